// containers of configured elements => lists of what they hold.
#include "Names.h"
#include "Resolver.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isNamed(QualType Type, llvm::StringRef Name) {
  const CXXRecordDecl* Class = decayed(Type)->getAsCXXRecordDecl();
  return Class != nullptr && Class->getIdentifier() != nullptr && Class->getName() == Name &&
         isInNamespace(Class, "std");
}

std::size_t arraySize(QualType Array) {
  const auto* Class = cast<ClassTemplateSpecializationDecl>(decayed(Array)->getAsCXXRecordDecl());
  return Class->getTemplateArgs().get(1).getAsIntegral().getZExtValue();
}

Meaning listOf(const Expr* Source, QualType Type) {
  Meaning M;
  M.What = Meaning::Kind::List;
  M.Source = Source;
  M.Type = decayed(Type);
  return M;
}

}  // namespace

Meaning Resolver::inContainer(Meaning M, QualType Container) {
  Meaning Whole = listOf(M.Source, Container);
  Whole.Parts.push_back(std::move(M));
  return Whole;
}

// What a container's function, a pair or a tuple makes an element from: the element itself, or an argument of its
// constructor.
Meaning Resolver::element(const Expr* E, QualType Type, const Expr* By) {
  const QualType Given = decayed(E->getType());
  const QualType Wanted = decayed(Type);
  const Shape Kind = shapeOf(Wanted);
  const bool IsSame = U.Context.hasSameType(Given, Wanted);
  // What an optional is given becomes the object that it holds, unless the one that it holds by then takes it
  // otherwise.
  if (Kind == Shape::Optional && !IsSame && shapeOf(elementsOf(Wanted).front()) == Shape::Object &&
      Shapes.isConvertible(Given, elementsOf(Wanted).front())) {
    const QualType Held = elementsOf(Wanted).front();
    if (!U.Context.hasSameType(Given, decayed(Held)) && assignsOtherwise(Held->getAsCXXRecordDecl()))
      return refuse(Rule::Unsupported, By,
                    "the '" + readableName(decayed(Held)) + "' that is held may have an assignment of its own for this",
                    "write an object of that type itself, " + readableName(decayed(Held)) + "(…)");
    return element(E, Held, By);
  }
  const CXXRecordDecl* From = shapeOf(Given) == Shape::Object ? objectOf(Given) : nullptr;
  const CXXRecordDecl* To = Kind == Shape::Object ? objectOf(Wanted) : nullptr;
  // A conversion between classes: a constructor or a conversion function.
  const bool IsOther = From != nullptr && To != nullptr && From->hasDefinition() && !From->isDerivedFrom(To);
  if (Kind == Shape::Object && !IsSame && (IsOther || shapeOf(Given) == Shape::Value))
    return initialized(Wanted, {E}, By);
  Meaning M = argument(E, Type);
  // A conversion that happens inside of the library's function: what it would narrow is said here.
  if (M.What == Meaning::Kind::Value && !IsSame && Given->isArithmeticType() && Wanted->isArithmeticType())
    return converted(std::move(M), Wanted);
  return M;
}

// auto f = std::bind_front(...), whose type only std::bind_front knows.
static bool isBoundHere(const VarDecl* V) {
  if (V == nullptr || !V->hasLocalStorage() || isa<ParmVarDecl>(V) || V->getInit() == nullptr) return false;
  const auto* Call = dyn_cast<CallExpr>(skipCopies(V->getInit()));
  return Call != nullptr && isStd(Call->getDirectCallee(), "bind_front");
}

// Whether these are braces or conversions around a call of std::bind_front, or around one that becomes a node, or a
// container of such: what holds them holds nodes, whatever it is of.
bool Resolver::holdsCall(const Expr* E) const {
  const Expr* S = skipTransparent(E);
  const auto binds = [&](const Expr* Part) { return holdsCall(Part); };
  if (const auto* Name = dyn_cast<DeclRefExpr>(S)) {
    const auto* V = dyn_cast<VarDecl>(Name->getDecl());
    return OfCalls.contains(V) || isBoundHere(V);
  }
  if (const auto* Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl* Function = Call->getDirectCallee();
    if (isStd(Function, "move") && Call->getNumArgs() == 1) return holdsCall(Call->getArg(0));
    if (Function == nullptr || isa<CXXMemberCallExpr>(Call) || isa<CXXOperatorCallExpr>(Call)) return false;
    return isStd(Function, "bind_front") || (!isExemptFunction(Function) && !isLocalDefinition(Function));
  }
  if (const auto* Construct = dyn_cast<CXXConstructExpr>(S)) {
    const Shape Container = containerOf(Construct->getType());
    const bool IsSeenThrough = Construct->getConstructor()->isCopyOrMoveConstructor() || Container != Shape::Value ||
                               holdsCallables(Construct->getType());
    const bool IsCallable = Container == Shape::Value && holdsCallables(Construct->getType());
    if (IsCallable && Construct->getNumArgs() == 1 && callOperator(Construct->getArg(0)->getType()) != nullptr)
      return true;
    return IsSeenThrough && llvm::any_of(Construct->arguments(), binds);
  }
  if (const auto* List = dyn_cast<CXXStdInitializerListExpr>(S)) return binds(List->getSubExpr());
  if (const auto* Init = dyn_cast<InitListExpr>(S)) return llvm::any_of(Init->inits(), binds);
  return false;
}

// A container of plain values is a value, which cannot hold what a call gives when it is built. What a call gives as a
// whole is a node itself.
bool Resolver::isValueWithCalls(QualType Type, const Expr* E) const {
  return isOfValues(Type) && holdsCall(E) && !isa<CallExpr, DeclRefExpr>(skipCopies(E));
}

void Resolver::findContainersOfCalls(const Stmt* Body) {
  struct Visitor : RecursiveASTVisitor<Visitor> {
    Resolver& Of;
    explicit Visitor(Resolver& R) : Of(R) {}
    bool VisitVarDecl(VarDecl* V) {
      if (V->getInit() != nullptr && Of.holdsCall(V->getInit()) &&
          (Of.isValueWithCalls(V->getType(), V->getInit()) || isa<DeclRefExpr>(skipCopies(V->getInit()))))
        note(V);
      return true;
    }
    bool VisitCXXMemberCallExpr(CXXMemberCallExpr* E) {
      if (E->getMethodDecl() != nullptr && isInNamespace(E->getMethodDecl(), "std") &&
          llvm::any_of(E->arguments(), [&](const Expr* Given) { return Of.holdsCall(Given); }))
        note(whole(E->getImplicitObjectArgument()));
      return true;
    }
    bool VisitBinaryOperator(BinaryOperator* E) {
      if (E->getOpcode() == BO_Assign && Of.holdsCall(E->getRHS())) note(element(E->getLHS()));
      return true;
    }
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr* E) {
      if (E->getOperator() == OO_Equal && E->getNumArgs() == 2 && Of.holdsCall(E->getArg(1)))
        note(element(E->getArg(0)));
      return true;
    }
    // v of v[i], v.at(i), v.back()
    static const VarDecl* element(const Expr* E) {
      E = skipTransparent(E);
      if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
          Operator != nullptr && Operator->getOperator() == OO_Subscript)
        return whole(Operator->getArg(0));
      const auto* Call = dyn_cast<CXXMemberCallExpr>(E);
      return Call == nullptr || !isInNamespace(Call->getCalleeDecl(), "std") ? nullptr
                                                                             : whole(Call->getImplicitObjectArgument());
    }
    static const VarDecl* whole(const Expr* E) {
      E = skipTransparent(E);
      const auto* Name = dyn_cast<DeclRefExpr>(E);
      return Name != nullptr ? dyn_cast<VarDecl>(Name->getDecl()) : element(E);
    }
    void note(const VarDecl* V) {
      const bool IsOwn =
          V != nullptr && V->hasLocalStorage() && !isa<ParmVarDecl>(V) && !V->getType()->isReferenceType();
      if (!IsOwn || !isOfValues(V->getType())) return;
      const Shape Kind = containerOf(V->getType());
      if (Kind == Shape::Sequence || Kind == Shape::Map || Kind == Shape::Array) Of.OfCalls.insert(V);
    }
  };
  Visitor(*this).TraverseStmt(const_cast<Stmt*>(Body));  // NOLINT: the visitor has no const form
}

Meaning Resolver::elementMade(QualType Type, llvm::ArrayRef<const Expr*> Arguments, const Expr* By) {
  if (Arguments.size() == 1 && (U.Context.hasSameType(decayed(Arguments[0]->getType()), decayed(Type)) ||
                                shapeOf(Type) == Shape::Value || isHolder(shapeOf(Type))))
    return element(Arguments[0], Type, By);
  switch (shapeOf(Type)) {
    case Shape::Object:
      return initialized(Type, Arguments, By);
    case Shape::Tuple:
      return Arguments.empty() ? blank(Type, By) : tuple(Type, Arguments, By);
    case Shape::Sequence: {
      if (Arguments.empty()) return listOf(By, Type);
      // What a constructor would convert to an element is not converted here: it is given as it is.
      const bool IsOfElements = Arguments.size() != 2 || U.Context.hasSameType(decayed(Arguments[1]->getType()),
                                                                               decayed(elementsOf(Type).front()));
      if (!IsOfElements && Arguments[0]->getType()->isIntegralOrEnumerationType()) break;
      if (auto Elements = content(Type, Arguments, By)) return *Elements;
      break;
    }
    case Shape::Map:
      if (Arguments.empty()) return listOf(By, Type);
      break;
    case Shape::Optional:
    case Shape::Variant:
      if (Arguments.empty()) return blank(Type, By);
      if (Arguments.size() == 1) return element(Arguments[0], Type, By);
      break;
    default:
      if (Arguments.empty()) return blank(Type, By);
      break;
  }
  return refuse(Rule::Unsupported, By,
                "an element of type '" + readableName(decayed(Type)) +
                    "' cannot be made from these arguments: pass the element itself");
}

Meaning Resolver::blank(QualType Type, const Expr* By) {
  Type = decayed(Type);
  Meaning M;
  if (const auto* Array = U.Context.getAsConstantArrayType(Type)) {
    M = listOf(nullptr, Type);
    const Meaning Element = blank(Array->getElementType(), By);
    if (Element.isInvalid()) return {};
    M.Parts.assign(Array->getSize().getZExtValue(), Element);
    return M;
  }
  switch (shapeOf(Type)) {
    case Shape::Object:
      return initialized(Type, {}, By);
    case Shape::Sequence:
    case Shape::Map:
      return listOf(nullptr, Type);
    case Shape::Unique:
    case Shape::Shared:
    case Shape::Optional:
      M.What = Meaning::Kind::Null;
      return M;
    case Shape::Tuple:
    case Shape::Array: {
      M = listOf(nullptr, Type);
      std::vector<QualType> Elements = elementsOf(Type);
      if (shapeOf(Type) == Shape::Array) Elements.resize(arraySize(Type), Elements.front());
      for (const QualType Element : Elements) {
        M.Parts.push_back(blank(Element, By));
        if (M.Parts.back().isInvalid()) return {};
      }
      return M;
    }
    case Shape::Variant:
      return blank(elementsOf(Type).front(), By);
    case Shape::Value:
      if (containerOf(Type) == Shape::Array) {
        M = listOf(nullptr, Type);
        M.Parts.assign(arraySize(Type), blank(elementsOf(Type).front(), By));
        return M;
      }
      M.What = Meaning::Kind::Blank;
      M.Type = Type;
      return M;
    default:
      return refuse(Rule::Unsupported, By, "an element that is left out cannot be converted: write it");
  }
}

Meaning Resolver::converted(Meaning M, QualType To) {
  Meaning Whole;
  Whole.What = Meaning::Kind::Convert;
  Whole.Source = M.Source;
  Whole.Type = To;
  Whole.Parts.push_back(std::move(M));
  return Whole;
}

// A list that is made of one type and kept as another: pair<const char*, Layer> as pair<string, Layer>.
Meaning Resolver::retyped(Meaning M, QualType To) {
  To = decayed(To);
  if (U.Context.hasSameType(M.Type, To)) return M;
  const Shape From = containerOf(M.Type);
  if (containerOf(To) != From) {
    M.IsTyped = true;
    return M;
  }
  M.Type = To;
  if (From != Shape::Tuple) return M;
  const std::vector<QualType> Elements = elementsOf(To);
  for (std::size_t I = 0; I < M.Parts.size() && I < Elements.size(); ++I) {
    Meaning& Part = M.Parts[I];
    const QualType Element = decayed(Elements[I]);
    if (Part.What == Meaning::Kind::List) Part = retyped(std::move(Part), Element);
    if (Part.What == Meaning::Kind::Value && Element->isArithmeticType() &&
        !U.Context.hasSameType(decayed(Part.Type), Element))
      Part = converted(std::move(Part), Element);
    if (Part.What == Meaning::Kind::Construct && shapeOf(Element) == Shape::Object && objectOf(Element) != Part.Class)
      return refuse(Rule::Unsupported, Part.Source,
                    "'" + readableName(Part.Type) + "' would have to be converted to '" + readableName(Element) +
                        "' inside of the container: write the element's own type");
  }
  return M;
}

// std::piecewise_construct, std::forward_as_tuple(…), …: what each element is made of. Empty where it is given
// otherwise.
static std::vector<llvm::SmallVector<const Expr*, 4>> piecesOf(llvm::ArrayRef<const Expr*> Arguments) {
  std::vector<llvm::SmallVector<const Expr*, 4>> All;
  if (!isNamed(Arguments[0]->getType(), "piecewise_construct_t")) return All;
  for (const Expr* Argument : Arguments.drop_front()) {
    const auto* Given = dyn_cast<CallExpr>(skipCopies(Argument));
    const FunctionDecl* Function = Given == nullptr ? nullptr : Given->getDirectCallee();
    if (!isStd(Function, "forward_as_tuple") && !isStd(Function, "make_tuple")) return {};
    All.emplace_back(Given->arguments());
  }
  return All;
}

Meaning Resolver::tuple(QualType Type, llvm::ArrayRef<const Expr*> Arguments, const Expr* By) {
  const std::vector<QualType> Elements = elementsOf(Type);
  const auto Pieces = piecesOf(Arguments);
  const std::size_t Count = Pieces.empty() ? Arguments.size() : Pieces.size();
  if (Count != Elements.size() || (Pieces.empty() && isNamed(Arguments[0]->getType(), "piecewise_construct_t")) ||
      isNamed(Arguments[0]->getType(), "allocator_arg_t"))
    return refuse(
        Rule::Unsupported, By,
        "this construction of '" + readableName(decayed(Type)) + "' cannot be converted: give each element itself");
  if (Elements.size() == 1)
    return refuse(Rule::Unsupported, By, "a tuple of one element cannot be converted: use the element itself");
  Meaning M = listOf(By, Type);
  bool Complete = true;
  for (std::size_t I = 0; I < Elements.size(); ++I) {
    Meaning Part = Pieces.empty() ? element(Arguments[I], Elements[I], By) : elementMade(Elements[I], Pieces[I], By);
    if (Part.isUnset()) Part = blank(Elements[I], By);
    Complete &= !Part.isInvalid();
    M.Parts.push_back(std::move(Part));
  }
  return Complete ? M : Meaning();
}

Meaning Resolver::containerMade(const CXXConstructExpr* E, Shape Kind) {
  llvm::SmallVector<const Expr*, 4> Arguments;
  for (const Expr* Argument : E->arguments())
    if (!isa<CXXDefaultArgExpr>(Argument)) Arguments.push_back(Argument);
  const QualType Type = decayed(E->getType());
  const auto firstIs = [&](llvm::StringRef Name) {
    return !Arguments.empty() && isNamed(Arguments.front()->getType(), Name);
  };
  switch (Kind) {
    case Shape::Optional: {
      if (Arguments.empty() || firstIs("nullopt_t")) {
        Meaning M;
        M.What = Meaning::Kind::Null;
        M.Source = E;
        return M;
      }
      const QualType Element = elementsOf(Type).front();
      const auto held = [&](Meaning M) {
        if (M.What != Meaning::Kind::Null) return M;
        return refuse(Rule::Unsupported, E,
                      "an optional that holds nothing at all, but is not empty: a configuration has one word for both",
                      "make it std::nullopt, or leave the optional out");
      };
      if (firstIs("in_place_t")) return held(elementMade(Element, llvm::ArrayRef(Arguments).drop_front(), E));
      if (Arguments.size() != 1) break;
      const QualType Given = decayed(Arguments[0]->getType());
      if (shapeOf(Given) == Shape::Optional && !U.Context.hasSameType(Given, decayed(Element)))
        return expression(Arguments[0]);
      return held(element(Arguments[0], Element, E));
    }
    case Shape::Variant: {
      if (Arguments.empty()) return blank(Type, E);
      if (firstIs("in_place_type_t")) {
        const QualType Element = elementsOf(Arguments[0]->getType()).front();
        Meaning M = elementMade(Element, llvm::ArrayRef(Arguments).drop_front(), E);
        return isOneAlternative(M, Type, Element, E) ? M : Meaning();
      }
      if (Arguments.size() != 1) break;
      Meaning M = expression(Arguments[0]);
      if (!isOneAlternative(M, Type, Arguments[0]->getType(), Arguments[0])) return {};
      // Which alternative a value becomes is decided by its type: the type is kept.
      if (M.What == Meaning::Kind::Value) return variantOf(Type, E->getConstructor(), Arguments[0], std::move(M));
      if (M.What == Meaning::Kind::List) M.IsTyped = true;
      return M;
    }
    case Shape::Sequence:
    case Shape::Array:
    case Shape::Map:
      if (Arguments.empty()) return Kind == Shape::Array ? blank(Type, E) : listOf(E, Type);
      if (Kind == Shape::Map) {
        if (const auto* Entries = dyn_cast<CXXStdInitializerListExpr>(skipTransparent(Arguments[0])))
          return list(Entries->getSubExpr(), Type);
        if (Arguments.size() == 2)
          if (auto Entries = wholeOf(Arguments[0], Arguments[1], Type)) return *Entries;
      }
      if (Kind == Shape::Sequence)
        if (auto Elements = content(Type, Arguments, E)) return *Elements;
      if (Kind != Shape::Array)
        return refuse(Rule::Unsupported, E,
                      "a container that is made by iterators cannot be converted unless they are those of all elements "
                      "of one of its own type",
                      "list the elements in braces, or add them one by one");
      break;
    case Shape::Tuple: {
      if (Arguments.empty()) {
        Meaning M = blank(Type, E);
        if (!M.isInvalid()) M.Source = E;
        return M;
      }
      const bool IsConversion = Arguments.size() == 1 &&
                                (isNamed(Arguments[0]->getType(), "pair") || isNamed(Arguments[0]->getType(), "tuple"));
      if (IsConversion && elementsOf(Arguments[0]->getType()).size() == elementsOf(Type).size()) {
        Meaning M = expression(Arguments[0]);
        if (M.What == Meaning::Kind::List) return retyped(std::move(M), Type);
        if (M.isInvalid()) return M;
        break;
      }
      return tuple(Type, Arguments, E);
    }
    default:
      break;
  }
  return refuse(Rule::Unsupported, E,
                "this construction of '" + readableName(Type) + "' cannot be converted: list its elements in braces");
}

// A value that becomes an alternative of a variant. Which one, C++ decides by the value's type: the constructor says it
// among its template's arguments.
Meaning Resolver::variantOf(QualType Type, const CXXConstructorDecl* By, const Expr* E, Meaning M) {
  const std::vector<QualType> All = elementsOf(Type);
  const auto isAlternative = [&](QualType Of) {
    return llvm::any_of(All, [&](QualType One) { return U.Context.hasSameType(decayed(One), decayed(Of)); });
  };
  if (isAlternative(decayed(E->getType()))) return M;
  if (const TemplateArgumentList* Chosen = By == nullptr ? nullptr : By->getTemplateSpecializationArgs())
    for (const TemplateArgument& One : llvm::drop_begin(Chosen->asArray()))
      if (One.getKind() == TemplateArgument::Type && isAlternative(One.getAsType()))
        return converted(std::move(M), One.getAsType());
  return refuse(Rule::Unsupported, E,
                "a '" + readableName(decayed(E->getType())) + "' is no alternative of '" + readableName(decayed(Type)) +
                    "': write the alternative's type");
}

Meaning Resolver::list(const Expr* E, QualType Container) {
  Meaning M = listOf(E, Container);
  const Expr* S = skipTransparent(E);
  const auto* Init = dyn_cast<InitListExpr>(S);
  // std::array has its elements one level down: braces may be left out.
  while (Init != nullptr && Init->getType()->isRecordType() && Init->getNumInits() == 1) {
    if (isa<ImplicitValueInitExpr>(Init->getInit(0))) return blank(Container, E);
    Init = dyn_cast<InitListExpr>(skipTransparent(Init->getInit(0)));
  }
  if (Init == nullptr && isa<InitListExpr>(S) && cast<InitListExpr>(S)->getNumInits() == 0) {
    Init = cast<InitListExpr>(S);
  }
  if (Init == nullptr) return refuse(Rule::Unsupported, E, "this initialisation of a container cannot be converted");
  const bool IsMap = containerOf(M.Type) == Shape::Map;
  bool Complete = true;
  for (const Expr* Element : Init->inits()) {
    const bool IsArray = Element->getType()->isConstantArrayType() && isa<InitListExpr>(Element);
    // Beside entries that are no values, all are a key and an element.
    const auto* Entry = IsMap ? dyn_cast<CXXConstructExpr>(skipTransparent(Element)) : nullptr;
    Meaning Part = IsArray ? list(Element, Element->getType())
                   : Entry != nullptr && Entry->getNumArgs() == 2 && shapeOf(Entry->getType()) == Shape::Value
                       ? containerMade(Entry, Shape::Tuple)
                       : argument(Element, Element->getType());
    if (Part.isUnset()) Part = blank(Element->getType(), E);
    Complete &= !Part.isInvalid();
    if (Part.isInvalid()) continue;
    if (IsMap && Part.What != Meaning::Kind::List)
      return refuse(Rule::Unsupported, Element,
                    "an entry of a map is written as its key and its element: {key, element}");
    M.Parts.push_back(std::move(Part));
  }
  if (const auto* Array = U.Context.getAsConstantArrayType(Init->getType());
      Array != nullptr && Array->getSize().ugt(Init->getNumInits())) {
    Meaning Filler = blank(Array->getElementType(), E);
    if (Filler.isInvalid()) return Filler;
    Filler.Source = nullptr;
    M.Parts.resize(Array->getSize().getZExtValue(), Filler);
  }
  return Complete ? M : Meaning();
}

}  // namespace autoconvert
