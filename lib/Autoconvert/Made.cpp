// objects that functions make when the configuration is built, and other recipes => what a recipe may set of them.
//
// The function is called once, however often its result is used: one node stands for all uses. So an object that is
// returned by value can be set until it is first passed on; from then on, others have copies of it.
#include "Knowledge.h"
#include "PathSteps.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

const LocalState* Knowledge::resultOf(const Meaning& M) const {
  if (M.What != Meaning::Kind::Recipe || M.IsPartial) return nullptr;
  const auto Known = KnownResults.find(M.Function->getCanonicalDecl());
  return Known == KnownResults.end() ? nullptr : Known->second.Of.get();
}

bool Knowledge::isOfRefused(const Meaning& M) const {
  if (M.What != Meaning::Kind::Recipe) return false;
  const auto Known = KnownResults.find(M.Function->getCanonicalDecl());
  return Known != KnownResults.end() && Known->second.Type.empty();
}

std::shared_ptr<const SettingOrder> Knowledge::earlierOf(const LocalState* Result) {
  if (Result == nullptr || (Result->Places.of("").IsOpen && Result->Earlier == nullptr)) return nullptr;
  auto Order = std::make_shared<SettingOrder>(Result->Order);
  if (Result->Earlier != nullptr) Order->follow(*Result->Earlier);
  return Order;
}

std::optional<Holder> Knowledge::holderOf(const Meaning& Object) {
  Holder H;
  switch (Object.What) {
    case Meaning::Kind::Local:
      if (Object.Class == nullptr) return std::nullopt;
      H = holderOf(Object.Variable);
      break;
    case Meaning::Kind::Construct:
      H.Class = Object.Class;
      H.Instance = Object.Instance;
      break;
    case Meaning::Kind::Call:
      H.Maker = makerOf(Object);
      if (H.Maker != nullptr) H.Class = Shapes.of(H.Maker).Made;
      break;
    case Meaning::Kind::Recipe:
      if (Object.IsPartial) return std::nullopt;
      H.Maker = makerOf(Object);
      H.Class = objectOf(Object.Function->getReturnType());
      if (const LocalState* Result = resultOf(Object); H.Maker == nullptr && Result != nullptr) {
        H.Class = Result->Class;
        H.Instance = Result->Instance;
      }
      if (H.Maker != nullptr) H.Class = Shapes.of(H.Maker).Made;
      break;
    default:
      break;
  }
  if (H.Class == nullptr) return std::nullopt;
  return H;
}

bool Knowledge::isOneObject(const VarDecl* V, const Meaning& M) {
  if (shapeOf(V->getType()) != Shape::Object || M.IsPartial || Uses.count(V) < 2) return false;
  switch (M.What) {
    case Meaning::Kind::Construct:
      return isPointer(M.Class, M.Instance);
    case Meaning::Kind::Call:
      return Uses.isReassigned(V);
    case Meaning::Kind::Recipe:
      if (const LocalState* Result = resultOf(M))
        return makerOf(*Result, {}) != nullptr || isPointer(Result->Class, Result->Instance);
      return true;
    case Meaning::Kind::Choice:
      return madeEither(M).empty() || isPointer(M.Class, nullptr);
    default:
      return false;
  }
}

Holder Knowledge::holderOf(const VarDecl* Variable) {
  const LocalState& Local = Locals.find(Variable)->second;
  Holder H;
  H.At.Variable = Variable;
  H.At.Type = decayed(Variable->getType());
  H.Class = Local.Class;
  H.Instance = Local.Instance;
  H.Maker = makerOf(Local, {});
  // What is assigned again is reached by its declared class.
  if (H.Maker != nullptr && !Uses.isReassigned(Variable)) H.Class = Shapes.of(H.Maker).Made;
  if (isHolder(shapeOf(H.At.Type))) H.At.Pointers.emplace_back();
  return H;
}

// If it is not one over objects of which each has its turn, or that makes the object.
bool Knowledge::isCalledAgain(const Place& P) const {
  const LocalState& Local = Locals.find(P.Variable)->second;
  return Local.Order.keeps(P.Path, Loops) != 0;
}

bool Knowledge::mayHaveBeenCalled(const Place& P) {
  const LocalState& Local = Locals.find(P.Variable)->second;
  if (isCalledAgain(P)) return true;
  if (Local.Order.isSet(P.Path)) return true;
  for (std::size_t I = 0; I < P.Path.size(); ++I) {
    const Fact& F = Local.Places.of(pathText(firstSteps(P.Path, I)));
    if ((F.IsOpen || F.MayBeCalled) && (I != 0 || Local.Earlier == nullptr)) return true;
  }
  return Local.Earlier != nullptr && Local.Earlier->isSet(P.Path);
}

const FunctionDecl* Knowledge::makerOf(const Meaning& M) {
  if (const LocalState* Result = resultOf(M)) return makerOf(*Result, {});
  if (M.What != Meaning::Kind::Call || M.IsPartial || M.Function == nullptr) return nullptr;
  return Shapes.of(M.Function).Made == nullptr ? nullptr : M.Function;
}

const FunctionDecl* Knowledge::makerOf(const LocalState& Local, const std::vector<PathStep>& Path) {
  return Local.Places.of(pathText(Path)).Maker;
}

const ArgumentShape* Knowledge::settable(const Holder& H, const CXXRecordDecl* Of, const ArgumentShape* Argument) {
  // p.set_x(1) is a call on a smart pointer of the library's own, p->set_x(1) one on the object.
  const CXXRecordDecl* Made = H.Maker == nullptr ? nullptr : Shapes.of(H.Maker).Made;
  if (Made != nullptr && Made->getCanonicalDecl() != Of->getCanonicalDecl() && !Made->isDerivedFrom(Of)) return nullptr;
  const bool IsDeclared = !H.At.Path.empty() || Uses.isReassigned(H.At.Variable);
  if (Argument == nullptr || H.Maker == nullptr || !IsDeclared) return Argument;
  // It is reached by the class that the member is declared with: that names it.
  const TargetShape& Declared = Shapes.of(H.Class);
  const auto* Method = dyn_cast<CXXMethodDecl>(Argument->Declaration);
  const ArgumentShape* Same = Method == nullptr ? Declared.find(Argument->Declaration) : Declared.setter(Method);
  return Same;
}

bool Knowledge::isStillAlone(const Place& P, SourceRange Range) {
  const LocalState& Local = Locals.find(P.Variable)->second;
  if (!Local.IsPassed && Loops.size() == Local.Loops) return true;
  const FunctionDecl* By = nullptr;
  bool MayBeMade = false;
  for (std::size_t I = 0; By == nullptr && I <= P.Path.size(); ++I) {
    By = makerOf(Local, firstSteps(P.Path, I));
    MayBeMade |= Local.Places.of(pathText(firstSteps(P.Path, I))).IsUntold;
  }
  // Copies of a smart pointer have what it points to in common, and are one in the configuration.
  const bool IsPointer = Local.IsPassed && By == nullptr && !P.Path.empty() && isPointer(Local.Class, Local.Instance);
  if (const ArgumentShape* First =
          IsPointer ? targetOf(Local.Class, Local.Instance).find(P.Path.front().Name) : nullptr;
      First != nullptr && !First->IsBehind) {
    refuse(Rule::Unsupported, Range.getBegin(), Range,
           quoted(P.Variable) + " has been passed on or copied before: the copies would change, too");
    Into.last().Notes = {{P.Variable->getLocation(), "set it before it is passed on"}};
    return false;
  }
  if (By == nullptr && MayBeMade && Local.IsPassed) {
    if (IsOfRefused) return false;  // it is known what that recipe makes, but for what has been reported of it
    Finding& F = Into.add(Rule::Unsupported, Range.getBegin(), Range,
                          quoted(P.Variable) +
                              " has been passed on or copied before, and what the recipe that gave it made it from is "
                              "not known here: the copies could change, too");
    F.Notes.push_back({P.Variable->getLocation(), "set it before it is passed on, or call that recipe once more"});
    return false;
  }
  // What pointers point to is one object in C++, too.
  if (By == nullptr || shapeOf(By->getReturnType()) != Shape::Object) return true;
  if (behindArrow(objectOf(By->getReturnType())) != nullptr) return true;
  Finding& F = Into.add(Rule::Unsupported, Range.getBegin(), Range,
                        Local.IsPassed ? quoted(P.Variable) + " has been passed on or copied before: what " +
                                             quoted(By) + " makes is made once, so the copies would change, too"
                                       : "what " + quoted(By) + " makes is made once, and changed anew in each turn " +
                                             "of this loop: copies of it would all be the same");
  F.Notes.push_back({P.Variable->getLocation(), Local.IsPassed ? "set it before it is passed on, or call " +
                                                                     quoted(By) + " once more for the other"
                                                               : "declare it in the loop"});
  return false;
}

// Those that are defined in the file or in what it includes.
static void findDerived(const DeclContext* Scope, const CXXRecordDecl* Base, std::vector<const CXXRecordDecl*>& Into) {
  for (const Decl* D : Scope->decls()) {
    if (const auto* Class = dyn_cast<CXXRecordDecl>(D)) {
      if (!Class->isThisDeclarationADefinition() || Class->isDependentContext()) continue;
      if (Class->isDerivedFrom(Base)) Into.push_back(Class);
      findDerived(Class, Base, Into);
    } else if (const auto* Template = dyn_cast<ClassTemplateDecl>(D)) {
      for (const CXXRecordDecl* Instance : Template->specializations())
        if (Instance->hasDefinition() && Instance->isDerivedFrom(Base)) Into.push_back(Instance->getDefinition());
    } else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D) && !isInNamespace(D, "std")) {
      findDerived(cast<DeclContext>(D), Base, Into);
    }
  }
}

bool Knowledge::isBehindPointer(const Holder& H) {
  return !H.At.Pointers.empty() && H.At.Pointers.back() == pathText(H.At.Path);
}

std::vector<const CXXRecordDecl*> Knowledge::othersAt(const Holder& H) {
  if (isBehindPointer(H)) return derivedFrom(H.Class);
  std::vector<const CXXRecordDecl*> Others;
  if (H.At.Path.empty() && !Uses.isReassigned(H.At.Variable)) return Others;  // what it was made as is known
  for (const CXXRecordDecl* Whole : Sliced)
    if (Whole->isDerivedFrom(H.Class)) Others.push_back(Whole);
  return Others;
}

std::vector<const CXXRecordDecl*> Knowledge::derivedFrom(const CXXRecordDecl* Base) {
  if (callsRecipes()) {
    const auto [Known, IsNew] = Derived.try_emplace(Base->getCanonicalDecl());
    if (IsNew) findDerived(U.Context.getTranslationUnitDecl(), Base, Known->second);
    return Known->second;
  }
  std::vector<const CXXRecordDecl*> Own;
  for (const CXXRecordDecl* Made : classes())
    if (Made->hasDefinition() && Made->isDerivedFrom(Base)) Own.push_back(Made);
  return Own;
}

}  // namespace autoconvert
