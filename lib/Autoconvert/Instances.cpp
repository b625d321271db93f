#include "Instances.h"

#include <algorithm>
#include <map>

#include "Emit.h"
#include "Names.h"
#include "Templates.h"
#include "Tokens.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

constexpr char kOpen = '\x01';
constexpr char kClose = '\x02';

std::string mark(std::size_t Parameter) { return kOpen + std::to_string(Parameter) + kClose; }

bool isWord(char C) { return llvm::isAlnum(C) || C == '_'; }

/// Whether the words stand there, and are no part of longer ones.
bool standsAt(llvm::StringRef Text, std::size_t At, llvm::StringRef Words) {
  if (Words.empty() || !Text.substr(At).starts_with(Words)) return false;
  const llvm::StringRef Behind = Text.substr(At + Words.size());
  const bool Begins = At == 0 || !isWord(Text[At - 1]) || !(isWord(Words.front()) || Words.front() == ':');
  const bool IsQualified = At > 0 && Text[At - 1] == ':' && isWord(Words.front());
  const bool Ends = Behind.empty() || !(isWord(Behind.front()) && isWord(Words.back()));
  return Begins && !IsQualified && Ends && !Behind.starts_with("::");
}

std::vector<std::string> argumentsOf(const FunctionDecl* Instance) {
  std::vector<std::string> Texts;
  if (const TemplateArgumentList* Arguments = Instance->getTemplateSpecializationArgs())
    for (const TemplateArgument& Argument : Arguments->asArray()) Texts.push_back(spell(Argument));
  return Texts;
}

std::vector<std::string> namesOf(const FunctionDecl* Declaration) {
  std::vector<std::string> Names;
  if (const FunctionTemplateDecl* Template = Declaration->getDescribedFunctionTemplate())
    for (const NamedDecl* Parameter : *Template->getTemplateParameters())
      Names.push_back(Parameter->isImplicit() ? "" : Parameter->getNameAsString());
  return Names;
}

bool mentions(llvm::StringRef Text, llvm::StringRef Name, const LangOptions& Language) {
  return !Name.empty() &&
         llvm::any_of(wordsOf(Text, Language, /*WithComments=*/false), [&](const Word& W) { return W.Text == Name; });
}

/// The last name in ::app::Box<int> is Box.
llvm::StringRef lastName(llvm::StringRef Type) {
  Type = Type.substr(0, Type.find('<'));
  const std::size_t Colon = Type.rfind(':');
  return Colon == llvm::StringRef::npos ? Type : Type.substr(Colon + 1);
}

template <class T>
using Each = std::vector<const T*>;

class Unifier {
 public:
  Unifier(const std::vector<LoweredInstance>& Of, Disagreement& D)
      : Instances(Of), Into(D), Written(writtenDefinition(Of.front().Of)), Names(namesOf(Written)) {
    for (const LoweredInstance& I : Instances) Arguments.push_back(argumentsOf(I.Of));
    // What is longer may hold what is shorter: Box<int> and int.
    for (std::size_t P = 0; P < Arguments.front().size(); ++P) Order.push_back(P);
    llvm::sort(Order, [&](std::size_t A, std::size_t B) {
      return Arguments.front()[A].size() != Arguments.front()[B].size()
                 ? Arguments.front()[A].size() > Arguments.front()[B].size()
                 : A < B;
    });
  }

  std::optional<LoweredInstance> unify() {
    LoweredInstance All = Instances.front();
    if (!head(All) || !body(All.Recipe)) return std::nullopt;
    return All;
  }

 private:
  const std::string& source() const { return *Instances.front().Recipe.Source; }
  const LangOptions& language() const { return Written->getASTContext().getLangOpts(); }
  std::string sourceOf(ir::Extent Where) const { return source().substr(Where.Begin, Where.End - Where.Begin); }

  ir::Extent extentOf(SourceRange Range) const {
    const SourceManager& Sources = Written->getASTContext().getSourceManager();
    const unsigned Begin = Sources.getFileOffset(Sources.getFileLoc(Range.getBegin()));
    return {Begin, std::max(Begin + 1, Sources.getFileOffset(Sources.getFileLoc(Range.getEnd())) + 1)};
  }

  bool isShared(std::size_t Parameter) const {
    return llvm::all_of(Arguments, [&](const auto& Of) { return Of[Parameter] == Arguments.front()[Parameter]; });
  }

  bool fail(ir::Extent Where, std::string Why, std::vector<std::string> Said = {}) {
    Into.Where = Where;
    Into.Why = std::move(Why);
    for (std::size_t I = 0; I < Said.size(); ++I) Into.Said.emplace_back(Instances[I].Of, std::move(Said[I]));
    return false;
  }

  // Where every instance was made with the same, the text alone does not say what depends on it: the source does.
  // `IsWhole`: what the source says there is all in the text.
  bool enter(ir::Extent Where, llvm::StringRef Source, llvm::ArrayRef<std::string> Texts, bool IsWhole = true) {
    Dependent.clear();
    for (std::size_t P = 0; P < Order.size(); ++P) {
      if (!isShared(P) || !mentions(Source, Names[P], language())) continue;
      const std::string& Made = Arguments.front()[P];
      bool IsSaid = false;
      for (std::size_t I = 0; I < Texts.front().size(); ++I) IsSaid |= standsAt(Texts.front(), I, Made);
      const bool IsNamed =
          llvm::any_of(Texts, [&](const std::string& Text) { return mentions(Text, Names[P], language()); });
      if (IsSaid && mentions(Source, lastName(Made), language()))
        return fail(Where, "the file asks for no instance but those of '" + Made + "', and this names both '" +
                               Names[P] + "' and '" + Made + "': nothing says which is which");
      if (IsWhole && !IsSaid && !IsNamed)
        return fail(Where, "what is made here follows from '" + Names[P] + "', and its name alone does not say it");
      if (IsSaid) Dependent.push_back(P);
    }
    return true;
  }

  bool text(const std::vector<std::string>& Texts, std::string& Out) const {
    std::vector<std::size_t> At(Texts.size(), 0);
    Out.clear();
    const auto isNext = [&](std::size_t P) {
      if (isShared(P) && !llvm::is_contained(Dependent, P)) return false;
      for (std::size_t I = 0; I < Texts.size(); ++I)
        if (!standsAt(Texts[I], At[I], Arguments[I][P])) return false;
      return true;
    };
    while (At.front() < Texts.front().size()) {
      if (const auto P = llvm::find_if(Order, isNext); P != Order.end()) {
        Out += mark(*P);
        for (std::size_t I = 0; I < Texts.size(); ++I) At[I] += Arguments[I][*P].size();
        continue;
      }
      const char Next = Texts.front()[At.front()];
      for (std::size_t I = 0; I < Texts.size(); ++I)
        if (At[I] >= Texts[I].size() || Texts[I][At[I]++] != Next) return false;
      Out += Next;
    }
    for (std::size_t I = 0; I < Texts.size(); ++I)
      if (At[I] != Texts[I].size()) return false;
    return true;
  }

  template <class T>
  bool member(const Each<T>& All, std::string T::*Member, T& Out) const {
    std::vector<std::string> Texts;
    for (const T* Of : All) Texts.push_back(Of->*Member);
    return text(Texts, Out.*Member);
  }

  template <class T, class F>
  bool list(const Each<T>& All, F Member, T& Out) const {
    auto& Result = Member(Out);
    for (const T* Of : All)
      if (Member(*Of).size() != Result.size()) return false;
    for (std::size_t I = 0; I < Result.size(); ++I) {
      Each<std::remove_reference_t<decltype(Result[I])>> Parts;
      for (const T* Of : All) Parts.push_back(&Member(*Of)[I]);
      if (!same(Parts, Result[I])) return false;
    }
    return true;
  }

  bool same(const Each<ir::Named>& All, ir::Named& Out) const {
    Each<ir::Expression> Of;
    for (const ir::Named* One : All) Of.push_back(&One->Of);
    return llvm::all_of(All, [&](const ir::Named* One) { return One->Name == Out.Name; }) && same(Of, Out.Of);
  }

  bool same(const Each<ir::Expression>& All, ir::Expression& Out) const {
    const auto isAlike = [&](const ir::Expression* E) {
      return E->What == Out.What && E->Where.Begin == Out.Where.Begin && E->Where.End == Out.Where.End &&
             E->Move == Out.Move && E->Callee == Out.Callee;
    };
    return llvm::all_of(All, isAlike) && member(All, &ir::Expression::Text, Out) &&
           member(All, &ir::Expression::Overload, Out) &&
           list(
               All, [](auto& E) -> auto& { return E.Arguments; }, Out) &&
           list(
               All, [](auto& E) -> auto& { return E.Settings; }, Out) &&
           list(
               All, [](auto& E) -> auto& { return E.Parts; }, Out);
  }

  bool same(const Each<ir::Local>& All, ir::Local& Out) const {
    Each<ir::Expression> Values;
    for (const ir::Local* Of : All) Values.push_back(&Of->Value);
    return llvm::all_of(All, [&](const ir::Local* L) { return L->Reference == Out.Reference; }) &&
           member(All, &ir::Local::Type, Out) && same(Values, Out.Value);
  }

  bool same(const Each<ir::Change>& All, ir::Change& Out) const {
    Each<ir::Expression> By;
    Each<ir::Locals> Declared;
    for (const ir::Change* C : All) {
      if (C->What != Out.What) return false;
      By.push_back(&C->By);
      Declared.push_back(&C->Declared);
    }
    return member(All, &ir::Change::Inserted, Out) && same(By, Out.By) &&
           list(
               Declared, [](auto& L) -> auto& { return L.All; }, Out.Declared);
  }

  bool head(LoweredInstance& All) {
    const auto common = [&](ir::Extent Where, const std::string& Source, bool IsWhole, auto Member,
                            const std::string& Why) {
      std::vector<std::string> Texts;
      for (const LoweredInstance& I : Instances) Texts.push_back(Member(const_cast<LoweredInstance&>(I)));  // NOLINT
      if (!enter(Where, Source, Texts, IsWhole)) return false;
      return text(Texts, Member(All)) || fail(Where, Why, Texts);
    };
    // Of a declared type that depends on nothing, as of `auto`, the body makes what is returned.
    const SourceRange Returned = Written->getReturnTypeSourceRange();
    const ir::Extent Type = extentOf(Returned.isInvalid() ? SourceRange(Written->getLocation()) : Returned);
    const bool IsSaid =
        llvm::any_of(Names, [&](const std::string& Name) { return mentions(words(Type), Name, language()); });
    const std::string Source = words(IsSaid ? Type : Instances.front().Recipe.Body);
    if (!common(
            Type, Source, IsSaid, [](LoweredInstance& I) -> std::string& { return I.Recipe.Result; },
            "its instances return different kinds of configurations"))
      return false;
    for (unsigned P = 0; P < All.Handles.size(); ++P) {
      const ir::Extent Where = extentOf(Written->getParamDecl(P)->getSourceRange());
      const auto handle = [P](LoweredInstance& I) -> std::string& { return I.Handles[P]; };
      if (llvm::all_of(Instances, [&](const LoweredInstance& I) { return I.Handles[P].empty(); })) continue;
      if (!common(Where, words(Where), true, handle, "its instances take different things here")) return false;
    }
    return true;
  }

  // To the end of the last word.
  std::string words(ir::Extent Where) const {
    while (Where.End < source().size() && isWord(source()[Where.End - 1]) && isWord(source()[Where.End])) ++Where.End;
    return sourceOf(Where);
  }

  static bool covers(const ir::Change& Dropped, ir::Extent Where) {
    return Dropped.IsDropped && Dropped.Where.Begin <= Where.Begin && Where.End <= Dropped.Where.End;
  }
  static bool drops(const ir::Recipe& R, ir::Extent Where) {
    return llvm::any_of(R.Changes, [&](const ir::Change& C) { return covers(C, Where); });
  }

  bool body(ir::Recipe& All) {
    // By place; what is inserted in front of something comes first.
    std::map<std::pair<unsigned, unsigned>, Each<ir::Change>> Changes;
    for (const LoweredInstance& I : Instances) {
      for (const ir::Change& C : I.Recipe.Changes) {
        if (!C.IsDropped) {
          Each<ir::Change>& Here = Changes[{C.Where.Begin, C.Where.End}];
          Here.resize(Instances.size());
          Here[static_cast<std::size_t>(&I - Instances.data())] = &C;
        } else if (llvm::all_of(Instances, [&](const LoweredInstance& O) { return drops(O.Recipe, C.Where); })) {
          return fail(C.Where,
                      "no instance that the file asks for takes this branch, so nothing says what it would become");
        }
      }
    }
    All.Changes.clear();
    for (const auto& [Place, Of] : Changes) {
      Each<ir::Change> Here;
      std::vector<std::string> Texts;
      bool IsEverywhere = true;
      for (std::size_t I = 0; I < Instances.size(); ++I) {
        if (Of[I] != nullptr) Here.push_back(Of[I]);
        const bool IsMissing = Of[I] == nullptr && !drops(Instances[I].Recipe, {Place.first, Place.second});
        IsEverywhere &= !IsMissing;
        if (IsMissing || Of[I] != nullptr)
          Texts.push_back(IsMissing ? sourceOf({Place.first, Place.second}) : emitChange(Instances[I].Recipe, *Of[I]));
        else
          Texts.emplace_back();
      }
      ir::Change One = *Here.front();
      // [[maybe_unused]] hurts nobody.
      if (Place.first == Place.second) {
        All.Changes.push_back(std::move(One));
        continue;
      }
      const ir::Extent Where{Place.first, Place.second};
      if (!IsEverywhere) return fail(Where, "this is configured in one instance and a value in another", Texts);
      std::vector<std::string> Rendered;
      for (const ir::Change* C : Here) Rendered.push_back(emitChange(Instances.front().Recipe, *C));
      if (!enter(Where, sourceOf(Where), Rendered)) return false;
      // An instance that drops the branch has nothing to say of it.
      const Unifier Rest = Here.size() == Instances.size() ? *this : without(Of);
      if (!Rest.same(Here, One)) return fail(Where, "its instances do not say the same here", Texts);
      All.Changes.push_back(std::move(One));
    }
    return true;
  }

  /// Of the instances that have something there.
  Unifier without(const Each<ir::Change>& Of) const {
    Unifier Rest = *this;
    Rest.Arguments.clear();
    for (std::size_t I = 0; I < Of.size(); ++I)
      if (Of[I] != nullptr) Rest.Arguments.push_back(Arguments[I]);
    return Rest;
  }

  const std::vector<LoweredInstance>& Instances;
  Disagreement& Into;
  const FunctionDecl* Written;
  std::vector<std::string> Names;
  std::vector<std::vector<std::string>> Arguments;  ///< of each instance
  std::vector<std::size_t> Order;
  std::vector<std::size_t> Dependent;  ///< parameters that stand for what every instance was made with, in this stretch
};

std::string replaced(std::string Text, llvm::ArrayRef<std::string> By) {
  for (std::size_t P = 0; P < By.size(); ++P)
    for (std::size_t At = By[P].empty() ? std::string::npos : Text.find(mark(P)); At != std::string::npos;
         At = Text.find(mark(P), At + By[P].size()))
      Text.replace(At, mark(P).size(), By[P]);
  return Text;
}

void replace(ir::Expression& E, llvm::ArrayRef<std::string> By) {
  E.Text = replaced(E.Text, By);
  E.Overload = replaced(E.Overload, By);
  for (ir::Named& Argument : E.Arguments) replace(Argument.Of, By);
  for (ir::Named& Setting : E.Settings) replace(Setting.Of, By);
  for (ir::Expression& Part : E.Parts) replace(Part, By);
}

}  // namespace

std::optional<LoweredInstance> common(const std::vector<LoweredInstance>& Instances, Disagreement& Into) {
  return Unifier(Instances, Into).unify();
}

std::string named(std::string Text, const FunctionDecl* Declaration) {
  return replaced(std::move(Text), namesOf(Declaration));
}

std::string made(std::string Text, const FunctionDecl* Instance) {
  return replaced(std::move(Text), argumentsOf(Instance));
}

void name(ir::Recipe& R, const FunctionDecl* Declaration) {
  const std::vector<std::string> Names = namesOf(Declaration);
  for (ir::Change& C : R.Changes) {
    C.Inserted = replaced(C.Inserted, Names);
    replace(C.By, Names);
    for (ir::Local& Local : C.Declared.All) {
      Local.Type = replaced(Local.Type, Names);
      replace(Local.Value, Names);
    }
  }
}

bool hasMarks(const std::string& Text) { return Text.find(kOpen) != std::string::npos; }

}  // namespace autoconvert
