#include "Suggest.h"

#include <optional>

#include "Names.h"
#include "TargetShape.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isOneOf(const CXXRecordDecl* Class, std::initializer_list<llvm::StringRef> Names) {
  return Class != nullptr && Class->isInStdNamespace() && llvm::is_contained(Names, Class->getName());
}

bool isSame(const Expr* Argument, const Expr* E) {
  return Argument->IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts() == E;
}

/// The expression that uses this one, seen through what is not written.
const Expr* userOf(const Expr* E, ASTContext& Context) {
  const Expr* Within = E;
  while (true) {
    const DynTypedNodeList Parents = Context.getParents(*Within);
    const Expr* Parent = Parents.empty() ? nullptr : Parents[0].get<Expr>();
    if (Parent == nullptr) return nullptr;
    const bool IsWritten =
        !isa<ImplicitCastExpr, ParenExpr, ExprWithCleanups, MaterializeTemporaryExpr, CXXBindTemporaryExpr>(Parent);
    if (IsWritten && !isSame(Parent, E)) return Parent;
    Within = Parent;
  }
}

/// What an expression becomes: an argument, a member.
struct Destination {
  std::string Name;  // empty if it is none
  QualType Type;
};

Destination memberOf(const ValueDecl* Member) {
  return isa_and_nonnull<FieldDecl>(Member) ? Destination{Member->getNameAsString(), Member->getType()} : Destination();
}

Destination argumentOf(const Expr* E, const FunctionDecl* Function, llvm::ArrayRef<const Expr*> Arguments,
                       ASTContext& Context) {
  const auto* const At = llvm::find_if(Arguments, [&](const Expr* Argument) { return isSame(Argument, E); });
  const auto Index = static_cast<unsigned>(At - Arguments.begin());
  if (Function == nullptr || At == Arguments.end() || Index >= Function->getNumParams()) return {};
  // What the standard library calls its own, __args, is no name for a recipe's parameter.
  const ParmVarDecl* Parameter = Function->getParamDecl(Index);
  const bool IsOffered = !Parameter->getName().empty() &&
                         Parameter->isReserved(Context.getLangOpts()) == ReservedIdentifierStatus::NotReserved;
  return IsOffered ? Destination{parameterName(Function, Index), Parameter->getType()} : Destination();
}

Destination destinationOf(const Expr* E, ASTContext& Context) {
  const auto assigned = [&](const Expr* To, const Expr* Value) {
    const auto* Member = dyn_cast<MemberExpr>(To->IgnoreParenImpCasts());
    return Member != nullptr && isSame(Value, E) ? memberOf(Member->getMemberDecl()) : Destination();
  };
  const Expr* User = userOf(E, Context);
  if (User == nullptr) return {};
  if (const auto* Made = dyn_cast<CXXConstructExpr>(User))
    return argumentOf(E, Made->getConstructor(), {Made->getArgs(), Made->getNumArgs()}, Context);
  if (const auto* Call = dyn_cast<CXXOperatorCallExpr>(User))
    return Call->getOperator() == OO_Equal ? assigned(Call->getArg(0), Call->getArg(1)) : Destination();
  if (const auto* Call = dyn_cast<CallExpr>(User))
    return argumentOf(E, Call->getDirectCallee(), {Call->getArgs(), Call->getNumArgs()}, Context);
  if (const auto* Assigned = dyn_cast<BinaryOperator>(User))
    return Assigned->getOpcode() == BO_Assign ? assigned(Assigned->getLHS(), Assigned->getRHS()) : Destination();
  if (const auto* Designated = dyn_cast<DesignatedInitExpr>(User)) {
    const bool IsMember = Designated->size() == 1 && Designated->getDesignator(0)->isFieldDesignator();
    return IsMember ? memberOf(Designated->getDesignator(0)->getFieldDecl()) : Destination();
  }
  if (const auto* Braces = dyn_cast<InitListExpr>(User)) {
    if (Braces->isSyntacticForm() && Braces->getSemanticForm() != nullptr) Braces = Braces->getSemanticForm();
    const CXXRecordDecl* Class = Braces->getType()->getAsCXXRecordDecl();
    if (Class == nullptr || !Class->hasDefinition() || Class->isUnion() || Class->getNumBases() != 0) return {};
    for (const auto [Field, Value] : llvm::zip(Class->fields(), Braces->inits()))
      if (isSame(Value, E)) return memberOf(Field);
  }
  return {};
}

/// How a parameter of a recipe is declared that takes such values and is given there; empty for no plain value.
std::string parameterType(const Expr* E, const Destination& To, const ASTContext& Context) {
  const QualType Type = E->getType().getUnqualifiedType();
  if (Type->isArithmeticType() || Type->isEnumeralType()) return Type.getAsString(Context.getPrintingPolicy());
  const QualType Taken = To.Type.getNonReferenceType().getUnqualifiedType();
  const bool IsText = isOneOf(Taken->getAsCXXRecordDecl(), {"basic_string"}) && readableName(Taken) == "std::string";
  return IsText ? "const std::string&" : "";
}

// Without case, underscores, and the verb in front: update_width and setWidth are both "width".
std::string subject(llvm::StringRef Name) {
  std::string Plain;
  for (const char C : Name)
    if (C != '_') Plain += llvm::toLower(C);
  llvm::StringRef Rest = Plain;
  for (const llvm::StringRef Verb : {"set", "update", "change", "assign", "with", "put", "use", "configure"})
    if (Rest.size() > Verb.size() && Rest.consume_front(Verb)) break;
  return Rest.str();
}

struct Switch {
  std::string Subject;
  bool IsOn;
};

/// BlockingOn(), blocking_off(), EnableBlocking(), disable_blocking(): the subject, and which way it is switched.
std::optional<Switch> switchOf(llvm::StringRef Name) {
  for (const bool IsOn : {true, false}) {
    for (const llvm::StringRef Verb : {IsOn ? "enable" : "disable", IsOn ? "Enable" : "Disable"})
      if (Name.size() > Verb.size() && Name.starts_with(Verb))
        return Switch{subject(Name.drop_front(Verb.size())), IsOn};
    for (const llvm::StringRef End : {IsOn ? "On" : "Off", IsOn ? "_on" : "_off"})
      if (Name.size() > End.size() && Name.ends_with(End)) return Switch{subject(Name.drop_back(End.size())), IsOn};
  }
  return std::nullopt;
}

/// The setter or public member of that subject, in another name than the method's.
const ArgumentShape* meant(const CXXMethodDecl* Method, const TargetShape& Shape, llvm::StringRef Subject,
                           llvm::function_ref<bool(QualType)> Takes) {
  const ArgumentShape* Meant = nullptr;
  for (const ArgumentShape& Argument : Shape.Arguments)
    if (Argument.Kind != ArgumentKind::Parameter && subject(Argument.Name) == Subject &&
        llvm::any_of(Argument.Types, Takes) && (Meant == nullptr || Argument.Kind == ArgumentKind::Setter))
      Meant = &Argument;
  const bool IsOther = Meant != nullptr && Meant->Declaration->getDeclName() != Method->getDeclName();
  return IsOther ? Meant : nullptr;
}

}  // namespace

void suggestSmartPointer(const CXXNewExpr* E, const Unit& U, Finding& Into) {
  const CXXConstructExpr* Made = E->getConstructExpr();
  const bool HasBraces =
      isa_and_nonnull<InitListExpr>(E->getInitializer()) || (Made != nullptr && Made->isListInitialization());
  if (E->isArray() || E->getNumPlacementArgs() != 0 || (Made == nullptr && !HasBraces)) return;
  if (E->getBeginLoc().isMacroID() || E->getEndLoc().isMacroID()) return;
  const Expr* User = userOf(E, U.Context);
  const CXXRecordDecl* Holder = nullptr;
  const auto* Call = dyn_cast_or_null<CXXMemberCallExpr>(User);
  const CXXMethodDecl* Method = Call == nullptr || Call->getNumArgs() != 1 ? nullptr : Call->getMethodDecl();
  const bool IsReset = Method != nullptr && Method->getNameAsString() == "reset" && !Call->getEndLoc().isMacroID();
  if (const auto* Held = dyn_cast_or_null<CXXConstructExpr>(User); Held != nullptr && Held->getNumArgs() == 1)
    Holder = Held->getConstructor()->getParent();
  else if (IsReset)
    Holder = Method->getParent();
  else if (Method != nullptr && shapeOf(Call->getObjectType()) == Shape::Sequence)  // v.emplace_back(new T)
    Holder = elementsOf(Call->getObjectType()).front()->getAsCXXRecordDecl();
  if (!isOneOf(Holder, {"unique_ptr", "shared_ptr", "__shared_ptr"})) {
    // Whoever takes it takes a plain pointer, or is a smart pointer of a library.
    if (User != nullptr)
      Into.Notes.push_back({Into.Where,
                            "make it in a function of your own that returns the pointer, and pass that "
                            "function's result: its call becomes a node of the configuration"});
    return;
  }

  // A friend may call it, and the library may not.
  const AccessSpecifier Access = Made == nullptr ? AS_public : Made->getConstructor()->getAccess();
  if (Access == AS_private || Access == AS_protected) {
    Into.Notes.push_back({Into.Where,
                          "the constructor is not public: make the object in a public static function of its class, or "
                          "in a friend, whose call becomes a node of the configuration"});
    return;
  }
  const SourceRange Parens = Made == nullptr ? SourceRange() : Made->getParenOrBraceRange();
  if (!HasBraces) {
    const auto isGiven = [](const Expr* A) { return !isa<CXXDefaultArgExpr>(A); };
    if (Parens.isInvalid() && llvm::any_of(Made->arguments(), isGiven)) return;
    // Braces have no type that could be forwarded.
    if (llvm::any_of(Made->arguments(), [&](const Expr* A) { return isGiven(A) && isBraced(A, U); })) return;
  } else if (!TargetShapes(U.Sema).isConvertible(E->getAllocatedType(), E->getAllocatedType())) {
    return;
  }
  const SourceLocation TypeBegin = E->getAllocatedTypeSourceInfo()->getTypeLoc().getBeginLoc();
  std::string Type = sourceText(E->getAllocatedTypeSourceInfo()->getTypeLoc().getSourceRange(), U);
  if (Type.empty() || TypeBegin.isMacroID()) return;
  // The arguments of a class template can be left out behind `new`.
  if (E->getAllocatedTypeSourceInfo()->getType()->getContainedDeducedType() != nullptr)
    Type = readableName(E->getAllocatedType());
  const std::string Make = (Holder->getName() == "unique_ptr" ? "std::make_unique<" : "std::make_shared<") + Type + ">";

  SourceLocation Begin = E->getBeginLoc();
  std::string Before;
  if (IsReset) {
    const auto* Callee = cast<MemberExpr>(Call->getCallee());
    if (Callee->isArrow()) return;
    Begin = Callee->getOperatorLoc();
    Before = " = ";
    Into.Fixes.push_back(FixItHint::CreateRemoval(Call->getRParenLoc()));
  }
  const auto replacement = [&](CharSourceRange Range, const std::string& Text) {
    Into.Fixes.insert(Into.Fixes.begin(), FixItHint::CreateReplacement(Range, Before + Text));
  };
  if (HasBraces) {
    // make_unique<Layer>(Layer{3})
    replacement(CharSourceRange::getCharRange(Begin, TypeBegin), Make + "(");
    Into.Fixes.push_back(FixItHint::CreateInsertion(
        Lexer::getLocForEndOfToken(E->getEndLoc(), 0, U.Sources, U.Context.getLangOpts()), ")"));
  } else if (Parens.isInvalid())
    replacement(CharSourceRange::getTokenRange(Begin, E->getEndLoc()), Make + "()");
  else
    replacement(CharSourceRange::getCharRange(Begin, Parens.getBegin()), Make);
}

void suggestParameter(const AbstractConditionalOperator* E, const Recipe& R, const Unit& U,
                      std::set<std::string>& Offered, Finding& Into) {
  const FunctionDecl* Function = R.Definition;
  if (E->getBeginLoc().isMacroID() || E->getEndLoc().isMacroID() || Function->getLocation().isMacroID()) return;
  // Other declarations would have to change with this one, and callers that leave out arguments could not follow.
  if (Function->getPreviousDecl() != nullptr || Function->getMostRecentDecl() != Function || Function->isTemplated())
    return;
  if (llvm::any_of(Function->parameters(), [](const ParmVarDecl* P) { return P->hasDefaultArg(); })) return;
  const Destination To = destinationOf(E, U.Context);
  const std::string& Name = To.Name;
  const auto isTaken = [&](const Decl* D) {
    const auto* Named = dyn_cast<NamedDecl>(D);
    return Named != nullptr && Named->getNameAsString() == Name;
  };
  const std::string Type = Name.empty() ? "" : parameterType(E, To, U.Context);
  if (Type.empty() || llvm::any_of(Function->decls(), isTaken) || llvm::any_of(Function->parameters(), isTaken)) return;
  const FunctionTypeLoc Written = Function->getFunctionTypeLoc();
  if (!Written || Written.getRParenLoc().isMacroID()) return;
  const bool IsFirst = Function->param_empty();
  const auto Next = Lexer::findNextToken(Written.getLParenLoc(), U.Sources, U.Context.getLangOpts());
  if (IsFirst && (!Next || Next->getLocation() != Written.getRParenLoc())) return;  // f(void)
  if (!Offered.insert(Name).second) return;
  Note Offer{Into.Where, textOf(Into.Id).WayOut};
  Offer.Fixes.push_back(FixItHint::CreateInsertion(Written.getRParenLoc(), (IsFirst ? "" : ", ") + Type + " " + Name));
  Offer.Fixes.push_back(FixItHint::CreateReplacement(E->getSourceRange(), Name));
  Into.Notes.push_back(std::move(Offer));
}

// x.BlockingOn(): x.SetBlocking(true)
static void suggestSwitch(const CXXMemberCallExpr* E, const TargetShape& Shape, Finding& Into) {
  const auto Switched = switchOf(E->getMethodDecl()->getNameAsString());
  if (!Switched) return;
  const ArgumentShape* Meant = meant(E->getMethodDecl(), Shape, Switched->Subject,
                                     [](QualType Type) { return Type.getCanonicalType()->isBooleanType(); });
  if (Meant == nullptr) return;
  const std::string Name = Meant->Declaration->getNameAsString();
  const std::string Value = Switched->IsOn ? "true" : "false";
  const std::string Text = Meant->Kind == ArgumentKind::Setter ? Name + "(" + Value + ")" : Name + " = " + Value;
  const SourceLocation Word = cast<MemberExpr>(E->getCallee())->getMemberLoc();
  Note Offer{Word, "'" + Text + "' may be what is meant"};
  Offer.Fixes.push_back(FixItHint::CreateReplacement(SourceRange(Word, E->getRParenLoc()), Text));
  Into.Notes.push_back(std::move(Offer));
}

void suggestArgument(const CXXMemberCallExpr* E, const TargetShape& Shape, Finding& Into) {
  const auto* Callee = dyn_cast<MemberExpr>(E->getCallee());
  if (Callee == nullptr || E->getBeginLoc().isMacroID() || E->getEndLoc().isMacroID()) return;
  if (E->getNumArgs() == 0) return suggestSwitch(E, Shape, Into);
  if (E->getNumArgs() != 1 || isa<CXXDefaultArgExpr>(E->getArg(0)) || E->getArg(0)->getBeginLoc().isMacroID()) return;
  const QualType Given = E->getArg(0)->IgnoreImplicit()->getType().getCanonicalType().getUnqualifiedType();
  const ArgumentShape* Meant =
      meant(E->getMethodDecl(), Shape, subject(E->getMethodDecl()->getNameAsString()), [&](QualType Type) {
        Type = Type.getCanonicalType().getUnqualifiedType();
        return Type == Given || (Type->isArithmeticType() && Given->isArithmeticType()) ||
               (Type->isRecordType() && !Given->isArithmeticType());
      });
  if (Meant == nullptr) return;
  const std::string Name = Meant->Declaration->getNameAsString();
  const SourceLocation Word = Callee->getMemberLoc();
  Note Offer{Word, "'" + Name + "' may be what is meant"};
  if (Meant->Kind == ArgumentKind::Setter) {
    Offer.Fixes.push_back(FixItHint::CreateReplacement(SourceRange(Word), Name));
  } else {
    Offer.Fixes.push_back(
        FixItHint::CreateReplacement(CharSourceRange::getCharRange(Word, E->getArg(0)->getBeginLoc()), Name + " = "));
    Offer.Fixes.push_back(FixItHint::CreateRemoval(E->getRParenLoc()));
  }
  Into.Notes.push_back(std::move(Offer));
}

void suggestConversion(const Expr* E, QualType To, const Unit& U, Finding& Into) {
  const SourceLocation End = Lexer::getLocForEndOfToken(E->getEndLoc(), 0, U.Sources, U.Context.getLangOpts());
  if (E->getBeginLoc().isMacroID() || End.isInvalid()) return;
  const std::string Name = readableName(To);
  Into.Notes.push_back(
      {E->getBeginLoc(),
       "where it does the same, write " + Name + "(" + sourceText(E->getSourceRange(), U) + ")",
       {FixItHint::CreateInsertion(E->getBeginLoc(), Name + "("), FixItHint::CreateInsertion(End, ")")}});
}

std::string aroundParameter(const VarDecl* Parameter) {
  const Shape Kind = shapeOf(Parameter->getType().getNonReferenceType());
  const bool IsUnique = Kind == Shape::Unique;
  const bool MayBeEmpty = isHolder(Kind) || Kind == Shape::Optional;
  return std::string(isa<ParmVarDecl>(Parameter) ? "what is handed in may be"
                     : MayBeEmpty                ? "this may be nothing, or"
                                                 : "this may be") +
         " a finished object, which is only passed on: make the object in the recipe, of "
         "parameters that are values, or do this in a function of your own, whose call becomes a node of the "
         "configuration" +
         std::string(IsUnique ? "; one that changes it takes the smart pointer by value and returns it" : "");
}

std::string aroundPassed(const VarDecl* Parameter, TargetShapes& Shapes) {
  const CXXRecordDecl* Class =
      shapeOf(Parameter->getType()) == Shape::Object ? objectOf(Parameter->getType()) : nullptr;
  if (!isa<ParmVarDecl>(Parameter) || Class == nullptr || !Class->hasDefinition() || !Shapes.isReadable(Class))
    return aroundParameter(Parameter);
  return "it is only passed on: read or change its members by the name " + quoted(Parameter) + ", before that";
}

std::string whyNotHeld(const CXXRecordDecl* Holder) {
  return "a std::" + Holder->getNameAsString() +
         " holds a finished object, and this one is made when the configuration is built";
}

std::string wayToHeld(const CXXRecordDecl* Holder, const CXXRecordDecl* Object) {
  return "let a function of your own take the object and return the std::" + Holder->getNameAsString() +
         ": its call becomes a node of the configuration; or, " + exemptionOf(Object);
}

std::string whyNoAddress(const Expr* Object) {
  Object = Object->IgnoreParenImpCasts();
  const auto* Reference = dyn_cast<DeclRefExpr>(Object);
  const auto* Member = dyn_cast<MemberExpr>(Object);
  const NamedDecl* Named = Reference != nullptr ? Reference->getDecl()
                           : Member != nullptr  ? Member->getMemberDecl()
                                                : nullptr;
  const std::string Of = Named == nullptr ? "" : "'" + Named->getNameAsString() + "', ";
  if (const auto* Variable = dyn_cast_or_null<VarDecl>(Named); Variable != nullptr && Variable->hasGlobalStorage())
    return "the address of " + Of + "an object of a class that is configured: no configuration could say which it is";
  return "the address of " + Of + "a configured object: it does not exist while the recipe is converted";
}

std::string exemptionOf(const NamedDecl* D) {
  const std::string Name = "'" + readableName(D) + "'";
  const bool IsClass = isa<CXXRecordDecl>(D);
  return (IsClass ? "where " + Name + " is a plain value to you, annotate the class"
                  : "where " + Name + " gives a plain value, annotate the function") +
         " [[run::exempt]] or name it under `exempt:` in a file .run-autoconvert";
}

}  // namespace autoconvert
