#include "CheckAttributes.h"

#include "Attributes.h"
#include "Finding.h"
#include "Names.h"
#include "Tokens.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringMap.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isLambda(const FunctionDecl* Function) {
  const auto* Method = dyn_cast_or_null<CXXMethodDecl>(Function);
  return Method != nullptr && Method->getParent()->isLambda();
}

std::string quoted(const Decl* D) {
  const auto* Named = dyn_cast<NamedDecl>(D);
  return Named == nullptr ? "this" : "'" + Named->getNameAsString() + "'";
}

class AttributeChecker {
 public:
  AttributeChecker(const Unit& Of, Scope S, TargetShapes& Known, Findings& Findings)
      : U(Of), Where(S), Shapes(Known), Into(Findings) {}

  void checkWritten(const WrittenAttribute& A) {
    const llvm::StringRef Name = A.Said->getAnnotation();
    if (!isLookedAt(A.Said->getLocation())) {
      // Others must not have its name.
      if (Name == "run::target" && A.Said->args_size() == 1)
        Named[argumentString(*A.Said->args_begin()).value_or("")].push_back(A.On);
      return;
    }
    if (Name == "run::autoconvert") return checkRecipe(A);
    if (Name == "run::configurable") return checkConfigurable(A);
    if (Name == "run::exempt") return checkExempt(A);
    if (Name == "run::target") return checkTarget(A);
    checkTag(A);
  }

  static bool opens(llvm::StringRef Word) { return Word == "[" || Word == "<:"; }
  static bool closes(llvm::StringRef Word) { return Word == "]" || Word == ":>"; }

  /// [[run::autoconvertt]]: the compilers say nothing of it, because they know none of them.
  void checkSpelling(FileID File) {
    const llvm::StringRef Text = U.Sources.getBufferData(File);
    if (!Text.contains("run")) return;
    const std::vector<Word> Words = wordsOf(File, U.Sources, U.Context.getLangOpts(), /*WithComments=*/false);
    for (std::size_t I = 0; I + 2 < Words.size(); ++I) {
      if (!opens(Words[I].Text) || !opens(Words[I + 1].Text) || Words[I + 1].Begin != Words[I].End) continue;
      I += 2;
      std::string Using;
      if (Words[I].Text == "using" && I + 2 < Words.size()) {
        Using = spelled(Words[I + 1]);
        I += 3;
      }
      int Depth = 0;
      bool IsName = true;  // the next word begins an attribute
      for (; I < Words.size() && (Depth > 0 || !closes(Words[I].Text)); ++I) {
        const llvm::StringRef Word = Words[I].Text;
        if (Word == "(" || opens(Word)) ++Depth;
        if (Word == ")" || closes(Word)) --Depth;
        if (Depth == 0 && IsName && Word != ",") {
          const bool IsScoped = I + 2 < Words.size() && Words[I + 1].Text == "::";
          checkName(File, IsScoped ? spelled(Words[I]) : Using, Words[I], Words[IsScoped ? I + 2 : I]);
        }
        IsName = Depth == 0 && Word == ",";
      }
    }
  }

  bool isLookedAt(SourceLocation At) const {
    At = U.Sources.getExpansionLoc(At);
    switch (Where) {
      case Scope::MainFile:
        return U.Sources.isInMainFile(At);
      case Scope::Companion:
        return U.isInCompanion(At);
      case Scope::UserFiles:
        return At.isValid() && !U.Sources.isInSystemHeader(At);
    }
    return false;
  }

 private:
  Finding& add(Rule Id, const WrittenAttribute& A, const std::string& Message) {
    return Into.add(Id, A.Said->getLocation(), A.Said->getRange(), Message);
  }

  void refuse(const WrittenAttribute& A, const std::string& Message, const std::string& WayOut) {
    add(Rule::Attribute, A, Message).Notes.push_back({A.Said->getLocation(), WayOut});
  }

  void takesNothing(const WrittenAttribute& A) {
    if (A.Said->args_size() == 0) return;
    refuse(A, "[[" + A.Said->getAnnotation().str() + "]] takes no argument", "write it without parentheses");
  }

  void checkRecipe(const WrittenAttribute& A) {
    const SourceLocation At = A.On->getLocation();
    const FunctionDecl* Function = A.On->getAsFunction();
    const auto isKind = [&](const std::string& Message) -> Finding& {
      return Into.add(Rule::RecipeKind, At, SourceRange(At), Message);
    };
    if (Function == nullptr) {
      const auto* Variable = dyn_cast<VarDecl>(A.On);
      const CXXRecordDecl* Type = Variable == nullptr ? nullptr : Variable->getType()->getAsCXXRecordDecl();
      isKind(Type != nullptr && Type->isLambda() ? "a lambda cannot be a recipe"
             : isa<ParmVarDecl>(A.On)            ? "a parameter cannot be a recipe"
             : Variable != nullptr               ? "a variable cannot be a recipe"
             : isa<CXXRecordDecl>(A.On)          ? "a class cannot be a recipe"
                                                 : "only a function can be a recipe");
    } else if (isLambda(Function)) {
      // One in a recipe is refused as such.
      const auto* Around = dyn_cast_or_null<FunctionDecl>(cast<CXXMethodDecl>(Function)->getParent()->getDeclContext());
      if (Around == nullptr || recipeAttribute(Around) == nullptr)
        isKind("a lambda cannot be a recipe")
            .Notes.push_back({At, "make it a function at namespace scope, and annotate that"});
    } else if (Function->getFriendObjectKind() != Decl::FOK_None && Function->isThisDeclarationADefinition()) {
      isKind("the friend " + quoted(Function) + " that a class defines cannot be a recipe: only its arguments find it")
          .Notes.push_back({At, "define it outside of the class"});
    } else if (const FunctionDecl* Definition = Function->getDefinition();
               Definition != nullptr && Definition != Function && Definition->hasSkippedBody()) {
      refuse(A, "the attribute stands behind the definition of " + quoted(Function),
             "annotate the definition, or a declaration in front of it");
    }
  }

  void checkConfigurable(const WrittenAttribute& A) {
    takesNothing(A);
    const std::string Name = quoted(A.On);
    if (const auto* Class = dyn_cast<CXXRecordDecl>(A.On)) {
      if (isa<ClassTemplatePartialSpecializationDecl>(Class) || Class->getDescribedClassTemplate() != nullptr)
        return refuse(A, "the class template " + Name + " is no target: only its instances are",
                      "those that recipes make are targets without it");
      if (Class->isUnion()) return refuse(A, "the union " + Name + " is a value and no target", "make it a class");
      if (isExemptByAttribute(Class))
        return refuse(A, Name + " is annotated run::exempt as well: a value is no target", "take one of them away");
      const CXXDestructorDecl* Destructor = Class->hasDefinition() ? Class->getDestructor() : nullptr;
      if (Destructor != nullptr && Destructor->getAccess() != AS_public && !Class->getDefinition()->isAbstract())
        return refuse(A, "the destructor of " + Name + " is not public: nothing can own what a configuration makes",
                      "annotate a function that makes the object and gives a pointer to it");
    } else if (const FunctionDecl* Function = A.On->getAsFunction(); Function != nullptr && !isLambda(Function)) {
      const auto* Method = dyn_cast<CXXMethodDecl>(Function);
      if (Method != nullptr && !Method->isStatic())
        return refuse(A, "the non-static member function " + Name + " is no target",
                      isa<CXXConstructorDecl>(Method) ? "annotate the class: its constructors are its arguments' source"
                                                      : "annotate a free function or a static member function");
      if (Function->getDescribedFunctionTemplate() != nullptr)
        return refuse(A, "the function template " + Name + " is no target: only its instances are",
                      "write a function that calls it, and annotate that");
      if (Function->isDeleted() || Function->isMain())
        return refuse(A, (Function->isMain() ? "" : "the deleted function ") + Name + " is no target",
                      "annotate a function that can be called");
      if (!Function->isInvalidDecl() && Shapes.of(Function).Signatures.empty()) return checkParameters(A, Function);
    } else {
      return refuse(A, "only a class or a function can be a target",
                    "annotate the class, or the function that makes it");
    }
    if (!isNameable(cast<NamedDecl>(A.On)))
      refuse(A, Name + " is private or local: a companion cannot name it", "make it public, or move it to a namespace");
  }

  /// Why the function, as a target, would have no arguments and could not be called.
  void checkParameters(const WrittenAttribute& A, const FunctionDecl* Function) {
    const std::string Message = quoted(Function) + " is no target: ";
    if (Function->isVariadic())
      return refuse(A, Message + "it takes any number of arguments", "annotate a function that takes a std::vector");
    std::vector<std::string> Names;
    for (unsigned I = 0; I < Function->getNumParams(); ++I) {
      const QualType Type = Function->getParamDecl(I)->getType();
      Names.push_back(parameterName(Function, I));
      const std::string Parameter = Message + "its parameter '" + Names.back() + "'";
      if (llvm::count(Names, Names.back()) > 1)
        return refuse(A, Parameter + " has the name of another one", "give each its own name");
      if (Shapes.canBeArgument(Function, I)) continue;
      if (Type->isLValueReferenceType() && !Type.getNonReferenceType().isConstQualified())
        return refuse(A,
                      Parameter + " is a non-const reference, and a configuration has no object that it could change",
                      "take it by value or as a std::shared_ptr");
      const CXXRecordDecl* Class = Type.getNonReferenceType()->getAsCXXRecordDecl();
      const std::string Name = Class == nullptr ? "" : Class->getNameAsString();
      if (Class != nullptr && !Shapes.isComplete(Type.getNonReferenceType()))
        return refuse(A, Parameter + " is of the class '" + Name + "', which is not defined here",
                      "include the header that defines it");
      if (Class != nullptr && Class->getDefinition()->isAbstract())
        return refuse(A, Parameter + " is of the abstract class '" + Name + "', of which there is no object to keep",
                      "take a std::unique_ptr or a std::shared_ptr<" + Name + ">, or annotate a function that does");
      return refuse(A, Parameter + " of type '" + readableName(Type) + "' cannot be an argument of a configuration",
                    "annotate a function that takes what can be kept, and calls this one");
    }
  }

  void checkExempt(const WrittenAttribute& A) {
    takesNothing(A);
    if (isa<TagDecl>(A.On) || (A.On->getAsFunction() != nullptr && !isLambda(A.On->getAsFunction()))) return;
    refuse(A, "only a class or a function can be exempt",
           "annotate the class or the function; one expression is exempt by run::exempt(…)");
  }

  void checkTarget(const WrittenAttribute& A) {
    if (!isa<CXXRecordDecl>(A.On) && (A.On->getAsFunction() == nullptr || isLambda(A.On->getAsFunction())))
      return refuse(A, "only a class or a function is a target that has a name",
                    "annotate the class, or the function that makes it");
    const bool IsOne = A.Said->args_size() == 1 && !argumentString(*A.Said->args_begin()).value_or("").empty();
    if (!IsOne)
      return refuse(A, "[[run::target]] takes one name, a plain string", "write it as [[run::target(\"shop.Net\")]]");
    const std::string Name = *argumentString(*A.Said->args_begin());
    const auto Other = llvm::find_if(Named[Name], [&](const Decl* D) { return !canTell(D, A.On); });
    if (Other != Named[Name].end())
      add(Rule::Attribute, A,
          "two targets have the name \"" + Name + "\": YAML could not tell " + quoted(A.On) + " from " + quoted(*Other))
          .Notes.push_back({(*Other)->getLocation(), quoted(*Other) + " has the name already"});
    Named[Name].push_back(A.On);
  }

  // Of functions, YAML says the types of the parameters, and of a template's specialisations the arguments.
  static bool canTell(const Decl* A, const Decl* B) {
    if (A->getCanonicalDecl() == B->getCanonicalDecl()) return true;
    if (isa<ClassTemplateSpecializationDecl>(A) || isa<ClassTemplateSpecializationDecl>(B)) return true;
    const FunctionDecl* Left = A->getAsFunction();
    const FunctionDecl* Right = B->getAsFunction();
    if (Left == nullptr || Right == nullptr) return false;
    const auto types = [](const FunctionDecl* F) {
      return llvm::map_range(F->parameters(), [](const ParmVarDecl* P) { return P->getType().getCanonicalType(); });
    };
    return !llvm::equal(types(Left), types(Right));
  }

  void checkTag(const WrittenAttribute& A) {
    const FunctionDecl* Function = A.On->getAsFunction();
    if (!isa<FieldDecl>(A.On) && !isa<ParmVarDecl>(A.On) && (Function == nullptr || !isa<CXXMethodDecl>(Function)))
      return refuse(A, "only a parameter, a public member or a setter can have a tag", "annotate each argument");
    const auto isString = [](const Expr* Argument) { return argumentString(Argument).has_value(); };
    if (A.Said->args_size() == 0 || !llvm::all_of(A.Said->args(), isString))
      refuse(A, "[[run::tag]] takes names, plain strings", "write them as [[run::tag(\"size\", \"memory\")]]");
  }

  static bool isExemptByAttribute(const Decl* D) {
    const auto isExempt = [](const AnnotateAttr* Other) { return Other->getAnnotation() == "run::exempt"; };
    return llvm::any_of(D->specific_attrs<AnnotateAttr>(), isExempt);
  }

  // Without the ends of lines that a backslash joins.
  static std::string spelled(const Word& W) {
    std::string Text;
    for (llvm::StringRef Rest = W.Text; !Rest.empty(); Rest = Rest.drop_front()) {
      while (Rest.consume_front("\\\n") || Rest.consume_front("\\\r\n")) {
      }
      if (Rest.empty()) break;
      Text += Rest.front();
    }
    return Text;
  }

  SourceLocation locationIn(FileID File, unsigned Offset) const {
    return U.Sources.getLocForStartOfFile(File).getLocWithOffset(static_cast<int>(Offset));
  }

  bool isSkipped(SourceLocation At) const {
    return llvm::any_of(U.Skipped, [&](const SourceRange& Skipped) {
      return U.Sources.isPointWithin(At, Skipped.getBegin(), Skipped.getEnd());
    });
  }

  // In a `#define` and the like.
  static bool isInDirective(llvm::StringRef Text, std::size_t Offset) {
    llvm::StringRef Before = Text.take_front(Offset);
    std::size_t Line = Before.rfind('\n');
    while (Line != llvm::StringRef::npos && Before.take_front(Line).rtrim('\r').ends_with("\\"))
      Line = Before.take_front(Line).rfind('\n');
    const llvm::StringRef Begin = (Line == llvm::StringRef::npos ? Before : Before.drop_front(Line + 1)).ltrim();
    return Begin.starts_with("#") || Begin.starts_with("%:");
  }

  // One of ours that no declaration has.
  void checkPlace(FileID File, const std::string& Name, const Word& First, const Word& Last) {
    if (U.Sources.getDiagnostics().hasUnrecoverableErrorOccurred()) return;
    const SourceLocation At = locationIn(File, First.Begin);
    const SourceLocation NameAt = locationIn(File, Last.Begin);
    const auto isThis = [&](const WrittenAttribute& A) {
      const SourceLocation Said = U.Sources.getFileLoc(A.Said->getLocation());
      return Said == At || Said == NameAt;
    };
    if (llvm::any_of(writtenAttributes(U.Context), isThis) || isSkipped(At) ||
        isInDirective(U.Sources.getBufferData(File), First.Begin))
      return;
    Into.add(Rule::Attribute, At, SourceRange(At, NameAt),
             "[[run::" + Name + "]] means nothing here: it stands on no declaration that is looked at")
        .Notes.push_back({At,
                          "annotate a function, a class or an argument; within the body of a function that is no "
                          "recipe, a lambda and a local class included, no attribute counts"});
  }

  // scope::name, where `First` is the first of these words and `Last` the name.
  void checkName(FileID File, llvm::StringRef Scope, const Word& First, const Word& Last) {
    const bool IsOurs = Scope == "run";
    const std::string Name = spelled(Last);
    std::string Nearest;
    unsigned Distance = 4;
    for (const llvm::StringRef Full : attributeNames()) {
      const llvm::StringRef Known = Full.substr(Full.find("::") + 2);
      // Elsewhere only this name is surely meant to be one of ours.
      if (Name == Known && (IsOurs || Known != "autoconvert")) {
        if (IsOurs) return checkPlace(File, Name, First, Last);
        continue;
      }
      const auto Most = static_cast<unsigned>(Known.size() / 3);
      unsigned Edits =
          llvm::StringRef(Name).lower() == Known ? 0 : llvm::StringRef(Name).edit_distance(Known, true, Most);
      if (Edits > Most || (!IsOurs && Name != Known)) Edits = Distance;
      if (Edits < Distance) {
        Distance = Edits;
        Nearest = Full.str();
      }
    }
    if (!IsOurs && Nearest.empty()) return;
    const auto at = [&](unsigned Offset) { return locationIn(File, Offset); };
    const SourceLocation At = at(First.Begin);
    if (isSkipped(At)) return;
    const std::string Said = (Scope.empty() ? "" : Scope.str() + "::") + Name;
    Finding& F = Into.add(Rule::Attribute, At, SourceRange(At, at(Last.Begin)), "unknown attribute '" + Said + "'");
    if (Nearest.empty()) {
      F.Notes.push_back(
          {At, "the attributes are: run::autoconvert, run::configurable, run::exempt, run::tag, run::target"});
      return;
    }
    const bool IsShort = IsOurs && &First == &Last;  // behind [[using run: …]]
    const std::string By = IsShort ? Nearest.substr(Nearest.find("::") + 2) : Nearest;
    F.Notes.push_back({At,
                       "did you mean '" + Nearest + "'?",
                       {FixItHint::CreateReplacement(CharSourceRange::getCharRange(At, at(Last.End)), By)}});
  }

  const Unit& U;
  Scope Where;
  TargetShapes& Shapes;
  Findings& Into;
  llvm::StringMap<std::vector<const Decl*>> Named;  ///< by [[run::target("…")]]
};

}  // namespace

void checkAttributes(const Unit& U, Scope Where, TargetShapes& Shapes, Findings& Into) {
  AttributeChecker Of(U, Where, Shapes, Into);
  for (const WrittenAttribute& A : writtenAttributes(U.Context)) Of.checkWritten(A);
  if (Where == Scope::MainFile) return Of.checkSpelling(U.Sources.getMainFileID());
  for (unsigned I = 0; I < U.Sources.local_sloc_entry_size(); ++I) {
    const SrcMgr::SLocEntry& Entry = U.Sources.getLocalSLocEntry(I);
    if (!Entry.isFile()) continue;
    const FileID File = U.Sources.getFileID(SourceLocation::getFromRawEncoding(Entry.getOffset()));
    if (U.Sources.getFileEntryForID(File) != nullptr && Of.isLookedAt(U.Sources.getLocForStartOfFile(File)))
      Of.checkSpelling(File);
  }
}

}  // namespace autoconvert
