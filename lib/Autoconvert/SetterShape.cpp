// method => the argument that it sets; class => its setters.
#include "Names.h"
#include "Overloads.h"
#include "SkippedBody.h"
#include "TargetShape.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

// The class itself, or the derived one that its base class is made for.
bool isOwnClassReference(QualType Type, const CXXRecordDecl* Class) {
  if (!Type->isReferenceType() || Type.getNonReferenceType().isConstQualified()) return false;
  const CXXRecordDecl* Returned = Type.getNonReferenceType()->getAsCXXRecordDecl();
  if (Returned == nullptr) return false;
  if (Returned->getCanonicalDecl() == Class->getCanonicalDecl()) return true;
  return Returned->hasDefinition() && Class->hasDefinition() &&
         (Returned->isDerivedFrom(Class) || Class->isDerivedFrom(Returned));
}

std::string lowerFirst(llvm::StringRef Text) {
  std::string Result = Text.str();
  Result[0] = llvm::toLower(Result[0]);
  return Result;
}

// Names that say that something is added or done rather than set. Without `OfRest`, a verb alone: write(v), while a
// read_only(v) may be either.
bool saysAction(llvm::StringRef Name, bool OfRest = true) {
  static constexpr const char* Verbs[] = {"add",   "append", "push",   "insert",   "emplace", "remove",
                                          "erase", "clear",  "load",   "register", "attach",  "merge",
                                          "apply", "swap",   "update", "start",    "stop",    "run",
                                          "write", "read",   "print",  "copy",     "move",    "reset"};
  for (const llvm::StringRef Verb : Verbs) {
    if (!Name.starts_with_insensitive(Verb)) continue;
    const llvm::StringRef Rest = Name.drop_front(Verb.size());
    if (Rest.empty() || (OfRest && (Rest[0] == '_' || llvm::isUpper(Rest[0])))) return true;
  }
  return false;
}

// `gears` for set_gears, setGears and SetGears; empty for other names.
std::string behindPrefix(llvm::StringRef Name) {
  for (const llvm::StringRef Prefix : {"set_", "set", "Set"}) {
    if (!Name.starts_with(Prefix) || Name.size() == Prefix.size()) continue;
    const char First = Name[Prefix.size()];
    if (Prefix == "set_" ? (llvm::isAlpha(First) || First == '_') : llvm::isUpper(First))
      return lowerFirst(Name.drop_front(Prefix.size()));
  }
  return {};
}

// What C++ has a meaning for, `default` of setDefault, can be no argument's name; errno may be a macro.
bool isKeyword(const std::string& Name, const ASTContext& Context) {
  return Name == "errno" || Context.Idents.get(Name).getTokenID() != tok::identifier;
}

// A getter of its name for what it takes: `int y() const` and `void y(int)` are one property.
bool hasGetter(const CXXMethodDecl* Setter) {
  const ASTContext& Context = Setter->getASTContext();
  return llvm::any_of(Setter->getParent()->lookup(Setter->getDeclName()), [&](const NamedDecl* Found) {
    const auto* Getter = dyn_cast<CXXMethodDecl>(Found);
    return Getter != nullptr && Getter->getNumParams() == 0 && Getter->isConst() && Setter->getNumParams() == 1 &&
           Context.hasSameType(decayed(Getter->getReturnType()), decayed(Setter->getParamDecl(0)->getType()));
  });
}

// A member of its name: x(v) and x_.
bool hasMember(const CXXRecordDecl* Class, llvm::StringRef Name) {
  std::vector<std::string> Members{(Name + "_").str(), ("m_" + Name).str()};
  // Start(v) beside start, start_ …
  if (!Name.empty() && llvm::isUpper(Name.front())) {
    const std::string Small = llvm::toLower(Name.front()) + Name.drop_front().str();
    Members.insert(Members.end(), {Small, Small + "_", "m_" + Small, "m" + Name.str()});
  }
  return llvm::any_of(Members, [&](const std::string& Member) {
    return !Class->lookup(&Class->getASTContext().Idents.get(Member)).empty();
  });
}

// A member or a getter of that very name.
bool hasProperty(const CXXRecordDecl* Class, const std::string& Name) {
  return llvm::any_of(Class->lookup(&Class->getASTContext().Idents.get(Name)), [](const NamedDecl* Found) {
    const auto* Getter = dyn_cast<CXXMethodDecl>(Found);
    return isa<FieldDecl>(Found) || (Getter != nullptr && Getter->getMinRequiredArguments() == 0 &&
                                     (Getter->isConst() || Getter->getNumParams() == 0));
  });
}

// T x(v) const beside a getter x() const: objects that do not change have another one made, with another x.
bool makesAnother(const CXXMethodDecl* Method) {
  const CXXRecordDecl* Made = Method->getReturnType()->getAsCXXRecordDecl();
  if (!Method->isConst() || Made == nullptr || Made->getCanonicalDecl() != Method->getParent()->getCanonicalDecl())
    return false;
  return llvm::any_of(Method->getParent()->lookup(Method->getDeclName()), [](const NamedDecl* Found) {
    const auto* Getter = dyn_cast<CXXMethodDecl>(Found);
    return Getter != nullptr && Getter->getNumParams() == 0 && Getter->isConst();
  });
}

// The argument that a method sets by what its name and its result say.
std::string saidByName(const CXXMethodDecl* Method) {
  if (Method->isStatic() || !Method->getDeclName().isIdentifier() || Method->isDeleted() ||
      isa<CXXConstructorDecl>(Method))
    return {};
  if (Method->isConst())
    return makesAnother(Method) && !saysAction(Method->getName()) ? Method->getName().str() : std::string();
  const QualType Result = Method->getReturnType();
  const bool IsFluent = isOwnClassReference(Result, Method->getParent());
  if (!Result->isVoidType() && !IsFluent) return {};
  const llvm::StringRef Name = Method->getName();
  const std::string Set = behindPrefix(Name);
  if (!Set.empty()) return isKeyword(Set, Method->getASTContext()) ? Name.str() : Set;
  const bool HasGetter = hasGetter(Method);
  const bool HasMember = hasMember(Method->getParent(), Name);
  // What has both is a property, whatever it is called: swap(v) beside swap() and swap_.
  if (HasGetter && HasMember) return Name.str();
  // A write_buffer_size(v) beside a getter or a member is no action for all that its name begins with a verb.
  const bool IsProperty = HasGetter || (IsFluent && HasMember);
  return (IsFluent || IsProperty) && !saysAction(Name, !IsProperty) ? Name.str() : std::string();
}

// Whether no value is exactly of both types: then the value says which overload is meant.
bool areApart(QualType A, QualType B) {
  const ValueSort Left = sortOf(A);
  const ValueSort Right = sortOf(B);
  // A holder takes the object's own configuration, an optional what it may hold.
  if (Left == ValueSort::Other || Right == ValueSort::Other) return false;
  // YAML writes characters and enumerators as text.
  const auto isWritten = [](ValueSort S) {
    return S == ValueSort::Character || S == ValueSort::Text || S == ValueSort::Enumeration;
  };
  if (Left != Right) return !isWritten(Left) || !isWritten(Right);
  return Left == ValueSort::Object || Left == ValueSort::Enumeration;
}

// set_x(v) beside set_x(v, w = 1) of the same v: C++ itself cannot tell which one a call with one argument means.
bool isTakenByAnother(const CXXMethodDecl* Method) {
  const auto Taken = [](const CXXMethodDecl* Of) { return Of->getParamDecl(0)->getType(); };
  return llvm::any_of(Method->getParent()->lookup(Method->getDeclName()), [&](const NamedDecl* Found) {
    const auto* Other = dyn_cast<CXXMethodDecl>(Found);
    return Other != nullptr && Other->getCanonicalDecl() != Method->getCanonicalDecl() && Other->getNumParams() > 0 &&
           Other->getMinRequiredArguments() <= 1 && !Other->getTrailingRequiresClause() &&
           Other->isConst() == Method->isConst() && Other->getRefQualifier() == Method->getRefQualifier() &&
           Taken(Other)->isRValueReferenceType() == Taken(Method)->isRValueReferenceType() &&
           Method->getASTContext().hasSameType(decayed(Taken(Other)), decayed(Taken(Method)));
  });
}

}  // namespace

const ArgumentShape* TargetShape::setter(const CXXMethodDecl* Method) const {
  if (setterArgument(Method).empty()) return nullptr;
  const ASTContext& Context = Method->getASTContext();
  const QualType Type = decayed(Method->getParamDecl(0)->getType());
  // A call of a template is an instance of its own.
  const FunctionTemplateDecl* Template = Method->getPrimaryTemplate();
  // A call on a smart pointer is one thing, and one on what it points to another.
  const CXXRecordDecl* Of = Method->getParent();
  const auto has = [&](const CXXRecordDecl* Object) {
    return Object->getCanonicalDecl() == Of->getCanonicalDecl() || Object->isDerivedFrom(Of);
  };
  const bool IsBehind = Pointee != nullptr && has(Pointee);
  if (IsBehind && has(Class)) return nullptr;
  for (const ArgumentShape& Argument : Arguments)
    for (const CXXMethodDecl* Setter : Argument.Setters)
      if (Argument.IsBehind != IsBehind)
        continue;
      else if (Template != nullptr && Setter->getPrimaryTemplate() != nullptr) {
        if (Setter->getPrimaryTemplate()->getCanonicalDecl() == Template->getCanonicalDecl()) return &Argument;
      } else if (Setter->getDeclName() == Method->getDeclName() &&
                 Context.hasSameType(decayed(Setter->getParamDecl(0)->getType()), Type))
        return &Argument;
  return nullptr;
}

std::string setterArgument(const CXXMethodDecl* Method) {
  if (Method->getNumParams() == 0 || Method->getMinRequiredArguments() > 1 || Method->isVariadic()) return {};
  const std::string Name = saidByName(Method);
  // What set_x(v, w = 1) takes besides is left to its default; of x(v, w = 1) nothing says that it sets an x.
  return Method->getNumParams() == 1 || !behindPrefix(Method->getName()).empty() ? Name : std::string();
}

std::optional<std::string> defaultGiven(const CallExpr* Call) {
  const auto IsLeft = [](const Expr* Argument) { return isa<CXXDefaultArgExpr>(Argument); };
  if (Call->getNumArgs() == 0 || !llvm::all_of(Call->arguments(), IsLeft)) return std::nullopt;
  return spellConstant(cast<CXXDefaultArgExpr>(Call->getArg(0))->getExpr(), Call->getDirectCallee()->getASTContext());
}

bool setsOneArgument(const CallExpr* Call) { return givesOneArgument(Call) || defaultGiven(Call).has_value(); }

bool givesOneArgument(const CallExpr* Call) {
  const auto IsLeft = [](const Expr* Argument) { return isa<CXXDefaultArgExpr>(Argument); };
  return Call->getNumArgs() > 0 && !IsLeft(Call->getArg(0)) &&
         llvm::all_of(llvm::drop_begin(Call->arguments()), IsLeft);
}

// A data member of that very name, the class's own or a base's.
static bool isField(const CXXRecordDecl* Class, llvm::StringRef Name) {
  const auto hasIt = [&](const CXXRecordDecl* Of) {
    return llvm::any_of(Of->fields(), [&](const FieldDecl* Field) {
      return Field->getIdentifier() != nullptr && Field->getName() == Name;
    });
  };
  return hasIt(Class) || !Class->forallBases([&](const CXXRecordDecl* Base) { return !hasIt(Base); });
}

// The class of the object may be one derived from the setter's, as those are that a builder `Base<Self>` is for.
bool mayAccumulate(const CXXMethodDecl* Method, const CXXRecordDecl* Object) {
  // So it says itself, where it can be read. One that counts its calls besides replaces what it set all the same.
  const Effects Of = effectsOf(Method);
  const auto isOwn = [&](const std::string& Name) { return isField(Method->getParent(), Name); };
  if (llvm::any_of(Of.Added, isOwn) && llvm::none_of(Of.Replaced, isOwn)) return true;
  const std::string Argument = setterArgument(Method);
  const bool HasPrefix = !behindPrefix(Method->getName()).empty();
  // A set_x(v) replaces x. A setHint(v, on = true) is about one hint of many, and so is a setHints(v, on = true) that
  // has a getter.
  if (Argument.empty() || (HasPrefix ? Method->getNumParams() == 1 : Argument != Method->getName())) return false;
  if (HasPrefix && Method->getParamDecl(1)->getType()->isBooleanType()) return true;
  const std::string Property = HasPrefix ? behindPrefix(Method->getName()) : Argument;
  std::vector<std::string> Getters{Property};
  if (HasPrefix)
    for (const char* Prefix : {"", "get", "Get", "is", "Is"})
      Getters.push_back(Prefix + Method->getName().drop_front(llvm::StringRef("set").size()).str());
  const auto saysNothing = [&](const CXXRecordDecl* Class) {
    return !hasMember(Class, Property) &&
           llvm::none_of(Getters, [&](const std::string& Name) { return hasProperty(Class, Name); });
  };
  if (Object == nullptr || !Object->hasDefinition()) Object = Method->getParent();
  return saysNothing(Object) && Object->forallBases(saysNothing);
}

// A template whose parameters have defaults says by them what it is meant for: set_name(const std::string&).
const CXXMethodDecl* TargetShapes::byDefaults(const FunctionTemplateDecl* Template) {
  // Only what could be one is looked at: the types that others need may not exist.
  const auto* Pattern = cast<CXXMethodDecl>(Template->getTemplatedDecl());
  if (!Pattern->getDeclName().isIdentifier()) return nullptr;
  const bool CouldBe = Pattern->getReturnType()->isDependentType() ? !behindPrefix(Pattern->getName()).empty()
                                                                   : !saidByName(Pattern).empty();
  if (!CouldBe) return nullptr;
  llvm::SmallVector<TemplateArgument, 4> Arguments;
  for (const NamedDecl* Parameter : *Template->getTemplateParameters()) {
    const auto* Type = dyn_cast<TemplateTypeParmDecl>(Parameter);
    if (Type == nullptr) return nullptr;
    if (Type->isParameterPack()) {
      Arguments.push_back(TemplateArgument::getEmptyPack());
    } else {
      if (!Type->hasDefaultArgument()) return nullptr;
      const QualType Default = Type->getDefaultArgument().getArgument().getAsType();
      if (Default->isDependentType()) return nullptr;
      Arguments.emplace_back(Default);
    }
  }
  const auto* List = TemplateArgumentList::CreateCopy(Sema.Context, Arguments);
  // One that has no instance for its defaults is no setter, and no error.
  const Sema::SFINAETrap Trap(Sema, /*WithAccessChecking=*/true);
  return dyn_cast_or_null<CXXMethodDecl>(Sema.InstantiateFunctionDeclaration(
      const_cast<FunctionTemplateDecl*>(Template), List, Template->getLocation()));  // NOLINT: Sema's interface
}

// decltype(auto) x(v) beside another x(w): whether it is a setter, its result says, which its body does.
void TargetShapes::deduceSetters(const CXXRecordDecl* Class) {
  for (CXXMethodDecl* Method : Class->methods()) {
    const bool IsSetter = Method->getAccess() == AS_public && Method->getDeclName().isIdentifier() &&
                          Method->getNumParams() == 1 && Method->getReturnType()->isUndeducedType();
    const auto isOther = [&](const NamedDecl* Found) {
      const auto* Other = dyn_cast<CXXMethodDecl>(Found);
      return Other != nullptr && Other != Method && !setterArgument(Other).empty();
    };
    if (IsSetter && llvm::any_of(Class->lookup(Method->getDeclName()), isOther))
      Sema.DeduceReturnType(Method, Method->getLocation(), /*Diagnose=*/false);
  }
}

// What a plain pointer points to belongs to somebody; functions and texts are there as long as the program runs.
bool TargetShapes::canBeSet(const CXXMethodDecl* Setter) {
  const QualType Type = Setter->getParamDecl(0)->getType();
  return (listElement(Type).isNull() ? isStorable(Type) : canBeArgument(Setter, 0)) &&
         (!Type->isPointerType() || Type->isFunctionPointerType() || readableName(decayed(Type)) == "const char*");
}

void TargetShapes::addSetters(TargetShape& Shape, const CXXRecordDecl* Class) {
  std::vector<const CXXMethodDecl*> Methods;
  const auto isHidden = [&](const CXXMethodDecl* Method) {
    return llvm::any_of(Methods, [&](const CXXMethodDecl* Other) {
      return Other->getParent() != Method->getParent() && Other->getDeclName() == Method->getDeclName();
    });
  };
  // Another object takes the place of the one that was made.
  const auto canBeReplaced = [&](const CXXMethodDecl* Method) {
    return !Method->isConst() || (Method->getParent()->getCanonicalDecl() == Class->getCanonicalDecl() &&
                                  isAssignable(Sema.Context.getCanonicalTagType(Class)));
  };
  // What functions give by value, and what only says that it can be copied, may be an expression that nobody changes.
  const auto* Given = Shape.Function == nullptr ? nullptr : Shape.Function->getReturnType()->getAsCXXRecordDecl();
  const bool IsPointer = Given == nullptr || isHolder(shapeOf(Shape.Function->getReturnType())) ||
                         (Given->getDefinition() != Class && behindArrow(Given) == Class);
  const Answer Needed = !IsPointer || onlyClaimsCopies(Class) ? Answer::Yes : Answer::Perhaps;
  std::vector<const CXXRecordDecl*> Classes = {Class};
  for (const CXXRecordDecl* Base : publicBases(Class)) Classes.push_back(Base);
  for (const CXXRecordDecl* Of : Classes) deduceSetters(Of);
  for (const CXXRecordDecl* Of : Classes)
    for (const Decl* Member : Of->decls()) {
      // What `using Base::set_x;` names is the class's own.
      const auto* Using = dyn_cast<UsingShadowDecl>(Member);
      const auto* Method = dyn_cast<CXXMethodDecl>(Using == nullptr ? Member : Using->getTargetDecl());
      if (const auto* Template = dyn_cast<FunctionTemplateDecl>(Member);
          Template != nullptr && isa<CXXMethodDecl>(Template->getTemplatedDecl()) &&
          !isa<CXXConstructorDecl>(Template->getTemplatedDecl()))
        Method = byDefaults(Template);
      if (Method == nullptr) continue;
      if (Member->getAccess() == AS_public && !Method->isDeprecated() && !isOfItsLibrary(Method) &&
          !setterArgument(Method).empty() && !isHidden(Method) && canBeSet(Method) && canBeReplaced(Method) &&
          (Of == Class || Method->getPrimaryTemplate() != nullptr || isVisible(Class, Method)) &&
          canBeCalled(Method) >= Needed)
        Methods.push_back(Method);
    }
  llvm::erase_if(Methods, isTakenByAnother);
  // T&& x(v) && is for chains on a temporary; what is for any object comes first.
  std::vector<const CXXMethodDecl*> Ordered;
  for (const bool IsOfRvalue : {false, true})
    llvm::copy_if(Methods, std::back_inserter(Ordered),
                  [&](const CXXMethodDecl* Method) { return (Method->getRefQualifier() == RQ_RValue) == IsOfRvalue; });
  for (const CXXMethodDecl* Method : Ordered) {
    // Overloads for const T& and T&& are one setter.
    if (Shape.setter(Method) != nullptr) continue;
    const QualType Type = decayed(Method->getParamDecl(0)->getType());
    // Overloads whose values are never the same set one argument; another one has its full name for an argument.
    const std::string Full = Method->getName().str();
    const std::string Short = setterArgument(Method);
    for (const std::string& Name : {Short, Full == Short ? "set_" + Full : Full}) {
      const auto Found = llvm::find_if(Shape.Arguments, [&](const ArgumentShape& A) { return A.Name == Name; });
      if (Found == Shape.Arguments.end()) {
        Shape.Arguments.push_back({Name, ArgumentKind::Setter, {Type}, Method, {Method}});
        break;
      }
      const bool IsOverload = Found->Kind == ArgumentKind::Setter &&
                              Found->Setters.front()->getDeclName() == Method->getDeclName() &&
                              llvm::all_of(Found->Types, [&](QualType Known) { return areApart(Known, Type); });
      if (!IsOverload) continue;
      Found->Types.push_back(Type);
      Found->Setters.push_back(Method);
      break;
    }
  }
}

}  // namespace autoconvert
