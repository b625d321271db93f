// a call or an operator on a configured object that cannot be converted => why not, and the way out.
#include "Names.h"
#include "Overloads.h"
#include "Resolver.h"
#include "Suggest.h"
#include "Templates.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

namespace {

/// Why a method is no setter; empty where it is one, and something else forbids the call.
std::string whyNoSetter(const CXXMemberCallExpr* E, bool Repeats, TargetShapes& Shapes) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  const std::string Name = quoted(Method);
  if (Method->isConst()) return Name + " is const, so it sets nothing";
  if (Method->getNumParams() != 1 && (setterArgument(Method).empty() || !setsOneArgument(E)))
    return Name + " takes " + std::to_string(Method->getNumParams()) + " arguments, a setter takes one";
  if (Method->getPrimaryTemplate() != nullptr && Shapes.of(Method->getParent()).setter(Method) == nullptr)
    return Name + " is a template, so its argument has no type of its own";
  if (!setterArgument(Method).empty() && !setsOneArgument(E))
    return Name + " is given nothing here, a setter is given one value";
  if (!setterArgument(Method).empty()) {
    QualType Object = E->getImplicitObjectArgument()->IgnoreParenImpCasts()->getType();
    if (Object->isPointerType()) Object = Object->getPointeeType();
    if (Repeats && mayAccumulate(Method, Object->getAsCXXRecordDecl()))
      return Name + " is called more than once, and nothing says that it replaces what it set";
    return Shapes.canBeSet(Method) ? std::string()
                                   : Name + " takes a '" + readableName(Method->getParamDecl(0)->getType()) +
                                         "', which cannot be an argument of a configuration";
  }
  const QualType Result = Method->getReturnType();
  const CXXRecordDecl* Returned = decayed(Result)->getAsCXXRecordDecl();
  // The derived class that a base is made for is the object itself.
  const bool IsOwn = Returned != nullptr && Returned->hasDefinition() &&
                     (Returned == Method->getParent() || Returned->isDerivedFrom(Method->getParent()));
  if (!Result->isVoidType() && !IsOwn)
    return Name + " returns '" + readableName(Result) + "', a setter returns nothing or its own object";
  return Name + " does not say by its name that it sets something";
}

/// Clang takes a != b for !(a == b).
std::string writtenOperator(const CXXOperatorCallExpr* E, const Unit& U) {
  if (E->getOperatorLoc().isMacroID()) return getOperatorSpelling(E->getOperator());
  llvm::SmallString<4> Buffer;
  return Lexer::getSpelling(E->getOperatorLoc(), Buffer, U.Sources, U.Context.getLangOpts()).str();
}

// What to write in place of a function of a smart pointer.
std::string wayAround(llvm::StringRef Function) {
  if (Function == "release") return "move the pointer itself";
  if (Function == "swap") return "move one of them into a third local first";
  if (Function == "reset") return "assign what std::make_unique or std::make_shared gives";
  return "pass the pointer itself";
}

constexpr const char* InFunction = "do it in a function of your own, whose call becomes a node of the configuration";

constexpr const char* AskWhereKnown =
    "whether a smart pointer of the recipe holds an object, and which, is known where the recipe is written, and so it "
    "is of an optional: leave the question out, or ask it in a function of your own, whose call becomes a node";

/// The one of the parameters that it is, or that it lies in.
const VarDecl* handedIn(const Expr* E, const llvm::DenseSet<const VarDecl*>& Parameters) {
  E = behind(E);
  while (const auto* Member = dyn_cast<MemberExpr>(E)) E = behind(Member->getBase());
  const auto* Reference = dyn_cast<DeclRefExpr>(E);
  const auto* Variable = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
  return Parameters.contains(Variable) ? Variable : nullptr;
}

/// Of the object that is asked.
std::string notThere(const CXXRecordDecl* Class) {
  return " of type " + quoted(Class) + ", which does not exist while the recipe is converted";
}

/// Of a container: where its elements begin or end.
bool isBeginOrEnd(const CXXMethodDecl* Method) {
  return llvm::is_contained({"begin", "end", "cbegin", "cend", "rbegin", "rend", "crbegin", "crend"},
                            plainName(Method));
}

/// Where what insert and emplace give is used, an iterator into the container.
std::string wayToInserted(const CXXMemberCallExpr* E) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  const Shape Kind = shapeOf(E->getImplicitObjectArgument()->getType());
  if (!Method->getDeclName().isIdentifier() || (Kind != Shape::Map && Kind != Shape::Sequence)) return {};
  const llvm::StringRef Name = Method->getName();
  const bool IsFound = Kind == Shape::Map && Name == "find";
  if (Name == "emplace_back") return {};
  if (!IsFound && Name != "insert_or_assign" && !Name.starts_with("insert") && !Name.starts_with("emplace") &&
      !Name.starts_with("try_emplace"))
    return {};
  const std::string Named =
      Kind == Shape::Map ? "the entry by its key, `m[key].x = …`" : "the element by its index, `v[i].x = …`";
  return (IsFound ? "name " : "add it in a statement of its own, and name ") + Named +
         ": there are no iterators into a configuration";
}

/// What to do where a function of a container is neither a question nor one that fills it.
void noteContainer(const CXXMemberCallExpr* E, bool IsStatement, Finding& F) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  const llvm::StringRef Name = plainName(Method);
  std::string WayOut =
      "elements are added one by one with push_back, emplace_back, insert or emplace, and assigned with [ ]: make the "
      "container as it is to be, or write the explicit form, a function that returns run::Config";
  if (Name == "emplace_back")
    WayOut = "add the element in a statement of its own, `auto& last = v.emplace_back(…);`, and change it in the next";
  else if (isBeginOrEnd(Method))
    WayOut =
        "pass the container itself where something takes it; what takes iterators is called in a function of your own "
        "that takes the container: its call becomes a node of the configuration";
  else if (const std::string Way = IsStatement ? std::string() : wayToInserted(E); !Way.empty())
    WayOut = Way;
  else if (shapeOf(E->getImplicitObjectArgument()->getType()) == Shape::Optional)
    WayOut = AskWhereKnown;
  F.Notes.push_back({E->getExprLoc(), WayOut});
}

/// Why what is a setter by its name is no argument of the class; empty where it is one.
std::string whyNoName(const CXXMethodDecl* Method, const TargetShape& Shape) {
  if (Shape.setter(Method) != nullptr) return {};
  if (Method->isDeprecated()) return quoted(Method) + " is deprecated, so it is no argument: call what replaces it";
  const bool IsTaken = llvm::any_of(
      Shape.Arguments, [&](const ArgumentShape& Argument) { return Argument.Name == setterArgument(Method); });
  return IsTaken ? quoted(Method) + " is no argument, since others of " + quoted(Shape.Class) +
                       " have the names that it could have: call one of those"
                 : std::string();
}

/// What a class has, and not the objects of it that the function gives.
void noteNotOfMaker(const CXXMethodDecl* Method, const TargetShape& Maker, Finding& F) {
  const std::string Taken = whyNoName(Method, Maker);
  F.Notes.push_back(
      {Method->getLocation(), (Taken.empty() ? quoted(Method) +
                                                   " calls a function template, and nothing says whether that "
                                                   "compiles for what " +
                                                   quoted(Maker.Function) + " gives by value: "
                                             : Taken + "; or ") +
                                  InFunction});
}

/// The way out for this very class: a setter or a public member that could be meant.
void noteArguments(const CXXMemberCallExpr* E, const CXXRecordDecl* Class, bool Repeats, TargetShapes& Shapes,
                   Finding& F) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  std::string Names;
  unsigned Count = 0;
  const NamedDecl* Overload = nullptr;
  for (const ArgumentShape& Argument : Shapes.of(Class).Arguments) {
    const bool IsOfName =
        Argument.Kind == ArgumentKind::Setter && Argument.Declaration->getDeclName() == Method->getDeclName();
    if (IsOfName && Repeats) continue;  // the argument that has been set
    const auto* Of = dyn_cast<CXXMethodDecl>(Argument.Declaration);
    const bool IsInstance = Of != nullptr && Of->getPrimaryTemplate() != nullptr &&
                            Of->getPrimaryTemplate() == Method->getPrimaryTemplate();
    if (IsOfName && !IsInstance && Argument.Declaration->getCanonicalDecl() != Method->getCanonicalDecl())
      Overload = Argument.Declaration;
    if (++Count > 8) continue;
    Names += (Names.empty() ? "'" : ", '") + Argument.Name + "'";
  }
  if (Overload != nullptr)
    F.Notes.push_back({Overload->getLocation(), "this overload is a setter: it takes one argument"});
  const std::string Why = whyNoSetter(E, Repeats, Shapes);
  // What asks the object is not meant as a setting.
  const bool IsQuestion = Method->isConst() && Method->getMinRequiredArguments() == 0;
  if (const std::string Without = Why.empty() ? whyNoName(Method, Shapes.of(Class)) : std::string(); !Without.empty())
    F.Notes.push_back({Method->getLocation(), Without + "; or " + InFunction});
  else if (Why.empty())
    F.Notes.push_back(
        {Method->getLocation(),
         quoted(Method) + " is a setter: call it in a statement of its own, and what follows in the next"});
  else if (IsQuestion)
    F.Notes.push_back({Method->getLocation(),
                       Why + ", and what it gives is there when the object is: let a function of your own take the "
                             "object and ask it, whose call becomes a node of the configuration"});
  else
    F.Notes.push_back({Method->getLocation(), Why + ": " + textOf(Rule::MemberCall).WayOut +
                                                  (Names.empty() ? "" : "; " + quoted(Class) + " has " + Names) +
                                                  "; or " + InFunction});
}

}  // namespace

void Resolver::refuseCallThroughPointer(const CallExpr* E) {
  refuse(Rule::MemberCall, E,
         "a member function is called through a pointer on a configured object, which does not exist while the recipe "
         "is converted",
         "call a setter by its name, or do it in a function of your own, whose call becomes a node of the "
         "configuration");
}

// A setter by its name, which is no argument because it would keep hold of what it is given.
bool Resolver::refuseHold(const CXXMemberCallExpr* E) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  if (setterArgument(Method).empty() || !givesOneArgument(E) || Method->getAccess() != AS_public) return false;
  const QualType Taken = Method->getParamDecl(0)->getType();
  const Expr* Given = skipTransparent(E->getArg(0));
  const std::size_t Before = Into.size();
  if (Taken->isPointerType())
    (void)argument(Given, Taken);
  else if (Taken->isLValueReferenceType() && !Taken.getNonReferenceType().isConstQualified() &&
           isConfigured(Given->getType()))
    refuse(Rule::Reference, Given,
           "the parameter '" + parameterName(Method, 0) + "' of " + quoted(Method) +
               " is a reference to something that it may change");
  return Into.size() != Before;
}

// `x == y` and `static_cast<int>(x)`, where they are members.
void Resolver::refuseOperatorMember(const CXXMemberCallExpr* E, const CXXRecordDecl* Class) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  const Expr* Object = E->getImplicitObjectArgument();
  const auto* Conversion = dyn_cast<CXXConversionDecl>(Method);
  refuse(Rule::Operator, E->getExprLoc(), E->getSourceRange(),
         (Conversion != nullptr
              ? "the conversion to '" + readableName(Conversion->getConversionType()) + "'"
              : "the operator '" + std::string(getOperatorSpelling(Method->getOverloadedOperator())) + "'") +
             " is applied to a configured object" + notThere(Class));
  Note WayOut{E->getExprLoc(), InFunction};
  if (const VarDecl* Parameter = handedIn(Object, Parameters))
    WayOut = {Parameter->getLocation(), aroundParameter(Parameter)};
  else if (isHolder(shapeOf(Object->getType())) || shapeOf(Object->getType()) == Shape::Optional)
    WayOut.Text = AskWhereKnown;
  Into.last().Notes.push_back(std::move(WayOut));
  if (!isHolder(shapeOf(Object->getType())) && isConfiguredClass(Class))
    Into.last().Notes.push_back({E->getExprLoc(), "or, " + exemptionOf(Class)});
}

// What an object lies in, by members and by elements of the library's containers.
static const Expr* outermost(const Expr* E) {
  for (;;) {
    E = behind(E);
    const auto* Call = dyn_cast<CallExpr>(E);
    const bool IsOfLibrary = Call != nullptr && isInNamespace(Call->getCalleeDecl(), "std");
    if (const auto* Member = dyn_cast<MemberExpr>(E))
      E = Member->getBase();
    else if (const auto* Function = dyn_cast<CXXMemberCallExpr>(E); Function != nullptr && IsOfLibrary)
      E = Function->getImplicitObjectArgument();
    else if (isa<CXXOperatorCallExpr>(E) && IsOfLibrary)
      E = Call->getArg(0);
    else
      return E;
  }
}

void Resolver::refuseMemberCall(const CXXMemberCallExpr* E, bool Repeats, bool IsStatement) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  const Expr* Object = E->getImplicitObjectArgument();
  if (Method == nullptr) return refuseCallThroughPointer(E);
  // What a function gives may be a plain value, a text for one: then it is the value that is missing.
  if (localOf(Object) != nullptr && !isConfigured(behind(Object)->getType())) {
    std::vector<Meaning> Parts;
    return collectParts(behind(Object), Parts);
  }
  const CXXRecordDecl* Class = Method->getParent();
  // The object may be of a class that inherits the function.
  if (const CXXRecordDecl* Own = objectOf(behind(Object)->getType()); Own != nullptr && Own->hasDefinition())
    Class = Own;
  if (Method->getAccess() == AS_private || Method->getAccess() == AS_protected) {
    refuse(Rule::Inaccessible, E->getExprLoc(), E->getSourceRange(),
           "the member function " + quoted(Method) + " is not public: only the recipe may call it");
    return;
  }
  if (isa<CXXConversionDecl>(Method) || Method->isOverloadedOperator()) return refuseOperatorMember(E, Class);
  if (!Repeats && handedIn(Object, Parameters) == nullptr && refuseHold(E)) return;
  // Where a container begins and where it ends is one question.
  if (const VarDecl* Container = variableOf(outermost(Object));
      Container != nullptr && isContainer(shapeOf(Object->getType())) && isBeginOrEnd(Method) &&
      !Iterated.insert(Container).second)
    return;
  Finding& F =
      Into.add(Rule::MemberCall, E->getExprLoc(), E->getSourceRange(),
               "the member function " + quoted(Method) + " is called on a configured object" + notThere(Class));
  if (const VarDecl* Parameter = handedIn(Object, Parameters)) {
    F.Notes.push_back({Parameter->getLocation(), aroundParameter(Parameter)});
    return;
  }
  // A class that has a container as a base is an object with a constructor.
  if (!isConfiguredClass(Class) && isContainer(shapeOf(Object->getType()))) noteContainer(E, IsStatement, F);
  if (const LocalState* Local = localOf(Object); Local != nullptr && Local->IsCall && makerOf(*Local, {}) == nullptr) {
    F.Notes.push_back(
        {Object->getBeginLoc(),
         std::string("the object is made by a function that is called when the configuration is built: ") +
             InFunction});
    return;
  }
  if (isHolder(shapeOf(Object->getType())) && isInNamespace(Method, "std")) {
    F.Notes.push_back({Method->getLocation(),
                       quoted(Method) +
                           " is a function of the smart pointer, of which the configuration has only what it holds: " +
                           wayAround(Method->getNameAsString()) + "; or " + InFunction});
    return;
  }
  if (!isConfiguredClass(Class)) return;
  const LocalState* Local = localOf(Object);
  const auto At = Local != nullptr ? std::nullopt : place(Object);
  if (At) Local = &Locals.find(At->Variable)->second;
  if (Local != nullptr && Shapes.of(Class).setter(Method) != nullptr)
    if (const FunctionDecl* Maker = makerOf(*Local, At ? At->Path : std::vector<PathStep>());
        Maker != nullptr && Shapes.of(Maker).setter(Method) == nullptr)
      return noteNotOfMaker(Method, Shapes.of(Maker), F);
  noteArguments(E, Class, Repeats, Shapes, F);
  suggestArgument(E, Shapes.of(Class), F);
}

// An object whose own making was refused: what can be no setter of its class is wrong whatever it holds.
bool Resolver::refuseCallOnRefused(const CXXMemberCallExpr* E) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  if (Method == nullptr || !setterArgument(Method).empty() || isa<CXXConversionDecl>(Method)) return false;
  const Expr* Object = behind(E->getImplicitObjectArgument());
  const VarDecl* Variable = variableOf(outermost(Object));
  const bool IsMade = isa<CXXMemberCallExpr, CXXConstructExpr>(Object);
  if (!IsMade && (!Refused.contains(Variable) || isa<ParmVarDecl>(Variable))) return false;
  const CXXRecordDecl* Class = objectOf(Object->getType());
  if (Class == nullptr || !isConfiguredClass(Class) || isOfRecipe(Object->getType(), current().Definition) ||
      isInNamespace(Method, "std"))
    return false;
  refuseMemberCall(E);
  return true;
}

// The object that a chain of operators begins with: what they give is of classes of their own, and a base's operator is
// no sign that the base is what the recipe speaks of.
static const CXXRecordDecl* classOfOperand(const Expr* E) {
  E = skipTransparent(E)->IgnoreParenImpCasts();
  const auto* Inner = dyn_cast<CXXOperatorCallExpr>(E);
  const CXXRecordDecl* First = Inner == nullptr ? nullptr : classOfOperand(Inner->getArg(0));
  return First != nullptr ? First : objectOf(E->getType());
}

// What assigns, and what leads to an object, may be converted once the object is mended; an operator of the class's own
// cannot.
static bool mayBeConverted(const CXXOperatorCallExpr* E) {
  const OverloadedOperatorKind Kind = E->getOperator();
  const CXXRecordDecl* Class = objectOf(E->getArg(0)->getType());
  return Kind == OO_Equal || Kind == OO_Arrow || Kind == OO_Star || isInNamespace(E->getCalleeDecl(), "std") ||
         Class == nullptr || !isConfiguredClass(Class);
}

// std::ranges::sort(v), compare(a, b)
bool Resolver::refuseFunctionObject(const CXXOperatorCallExpr* E) {
  const auto* Method = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
  const auto* Named = dyn_cast<DeclRefExpr>(E->getArg(0)->IgnoreParenImpCasts());
  const auto* Called = Named == nullptr ? nullptr : dyn_cast<VarDecl>(Named->getDecl());
  if (E->getOperator() != OO_Call || Method == nullptr || Called == nullptr || !Called->hasGlobalStorage())
    return false;
  const auto isConverted = [&](const Expr* Operand) {
    return localOf(Operand) != nullptr || isConfigured(Operand->getType());
  };
  for (unsigned I = 1; I < E->getNumArgs(); ++I) {
    if (!isConverted(E->getArg(I))) continue;
    const QualType Taken = I - 1 < Method->getNumParams() ? Method->getParamDecl(I - 1)->getType() : QualType();
    const bool MayChange =
        !Taken.isNull() && Taken->isLValueReferenceType() && !Taken->getPointeeType().isConstQualified();
    refuse(MayChange ? Rule::Reference : Rule::Operator, E->getArg(I),
           quoted(Called) + " is given a " + (MayChange ? "reference to a " : "") +
               "configured object, which does not exist while the recipe is converted",
           InFunction);
    return true;
  }
  return false;
}

void Resolver::refuseOperator(const CXXOperatorCallExpr* E) {
  const VarDecl* First = variableOf(outermost(E->getArg(0)));
  if (First != nullptr && Refused.contains(First) && (isa<ParmVarDecl>(First) || mayBeConverted(E))) return;
  for (const Expr* Operand : E->arguments()) {
    if (localOf(Operand) == nullptr || isConfigured(Operand->getType())) continue;
    std::vector<Meaning> Parts;
    return collectParts(Operand, Parts);
  }
  if (refuseFunctionObject(E)) return;
  // A pointer of the standard library only leads to the object: it is the object whose member is read.
  const auto* Arrow = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
  if ((E->getOperator() == OO_Arrow || E->getOperator() == OO_Star) && Arrow != nullptr &&
      isInNamespace(Arrow, "std") && handedIn(E->getArg(0), Parameters) == nullptr) {
    const auto* Maker = dyn_cast<CallExpr>(skipTransparent(E->getArg(0)));
    if (Maker != nullptr && Maker->getDirectCallee() != nullptr && !isInNamespace(Maker->getDirectCallee(), "std")) {
      std::vector<Meaning> Parts;
      return collectParts(Maker, Parts);
    }
    refuse(Rule::ValueOfConfigured, E,
           "an object of type '" +
               readableName(decayed(E->getType()->isPointerType() ? E->getType()->getPointeeType() : E->getType())) +
               "' is configured: it has no value while the recipe is converted");
    return;
  }
  // The brackets of a call or subscript open behind the object.
  const bool IsBracket = E->getOperator() == OO_Call || E->getOperator() == OO_Subscript;
  refuse(Rule::Operator, IsBracket ? E->getBeginLoc() : E->getOperatorLoc(), E->getSourceRange(),
         std::string("the operator '") + (IsBracket ? getOperatorSpelling(E->getOperator()) : writtenOperator(E, U)) +
             "' is applied to a configured object, which does not exist while the recipe is converted");
  const QualType Type = decayed(E->getArg(0)->getType());
  const auto* Method = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
  const bool IsCopy = Method != nullptr && (Method->isCopyAssignmentOperator() || Method->isMoveAssignmentOperator());
  const bool IsOfPointer =
      llvm::any_of(E->arguments(), [](const Expr* Operand) { return isHolder(shapeOf(Operand->getType())); });
  const bool IsChange = E->isAssignmentOp() || E->getOperator() == OO_Arrow || E->getOperator() == OO_Star ||
                        E->getOperator() == OO_PlusPlus || E->getOperator() == OO_MinusMinus;
  if (const VarDecl* Parameter = IsChange ? handedIn(E->getArg(0), Parameters) : nullptr) {
    Into.last().Notes.push_back({Parameter->getLocation(), aroundParameter(Parameter)});
    return;
  }
  if (E->isAssignmentOp() && IsCopy) {
    const Expr* Pointer = behind(E->getArg(0));
    const Shape Held = shapeOf(Pointer->getType());
    const std::string Make = std::string("std::make_") + (Held == Shape::Shared ? "shared<" : "unique<");
    Into.last().Notes.push_back(
        {E->getOperatorLoc(), isHolder(Held) ? "give the pointer another object, `p = " + Make + readableName(Type) +
                                                   ">(…)`, or set the members of the one that it holds"
                                             : "write this assignment as a statement of its own"});
    return;
  }
  if (E->isComparisonOp() && IsOfPointer) {
    Into.last().Notes.push_back({E->getBeginLoc(), AskWhereKnown});
    return;
  }
  if (E->getOperator() == OO_Equal && objectOf(Type) != nullptr) {
    Into.last().Notes.push_back(
        {E->getOperatorLoc(), "assign an object of the class itself, '" + readableName(Type) +
                                  "(…)': its own assignment of something else is a function like others"});
    const Expr* Given = E->getArg(1)->IgnoreParenImpCasts();
    const QualType From = Given->isLValue() ? U.Context.getLValueReferenceType(Given->getType()) : Given->getType();
    if (Shapes.isConvertible(From, Type)) suggestConversion(Given, Type, U, Into.last());
  } else {
    Into.last().Notes.push_back(
        {E->getBeginLoc(), IsBracket || IsChange ? "let a function of your own make the object and do this: its call "
                                                   "becomes a node of the configuration"
                                                 : textOf(Rule::Operator).WayOut});
  }
  for (const Expr* Operand : E->arguments()) {
    const CXXRecordDecl* Of = classOfOperand(Operand);
    if (Of == nullptr) continue;
    Into.last().Notes.push_back({E->getBeginLoc(), "or, " + exemptionOf(Of)});
    break;
  }
}

// What is wrong with the operands is said, too; of operators in a row the whole is one.
void Resolver::checkOperands(const CXXOperatorCallExpr* E) {
  for (const Expr* Operand : E->arguments()) {
    const auto* Inner = dyn_cast<CXXOperatorCallExpr>(skipTransparent(Operand));
    if (Inner != nullptr && isConfigured(Inner->getType()))
      checkOperands(Inner);
    else
      expression(Operand);
  }
}

}  // namespace autoconvert
