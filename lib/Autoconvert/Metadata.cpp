#include "Metadata.h"

#include <cctype>

#include "Codec.h"
#include "Names.h"
#include "Overloads.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

namespace {

/// The first member of that name, in the class or its bases, that is one of these; null where there is none.
const NamedDecl* memberOf(const CXXRecordDecl* Class, llvm::StringRef Name, bool (*IsMeant)(const NamedDecl*)) {
  for (const NamedDecl* Found : Class->lookup(&Class->getASTContext().Idents.get(Name)))
    if (IsMeant(Found->getUnderlyingDecl())) return Found->getUnderlyingDecl();
  for (const CXXBaseSpecifier& Base : Class->bases())
    if (const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl(); Of != nullptr && Of->hasDefinition())
      if (const NamedDecl* Found = memberOf(Of->getDefinition(), Name, IsMeant)) return Found;
  return nullptr;
}

/// The member type of that name; null where there is none.
QualType memberType(const CXXRecordDecl* Class, llvm::StringRef Name) {
  const NamedDecl* Found = memberOf(Class, Name, [](const NamedDecl* D) { return isa<TypeDecl>(D); });
  return Found == nullptr ? QualType() : Class->getASTContext().getTypeDeclType(cast<TypeDecl>(Found));
}

bool hasFunction(const CXXRecordDecl* Class, llvm::StringRef Name) {
  return memberOf(Class, Name, [](const NamedDecl* D) { return isa<CXXMethodDecl, FunctionTemplateDecl>(D); }) !=
         nullptr;
}

/// Whether it can be full: such a list keeps more than its elements.
bool isBounded(const CXXRecordDecl* Class) { return hasFunction(Class, "full"); }

/// Whether it can be made and filled, unlike a base that containers have in common.
bool isFillable(const CXXRecordDecl* Class) {
  const bool IsHidden = llvm::any_of(Class->ctors(), [](const CXXConstructorDecl* Constructor) {
    return Constructor->isDefaultConstructor() && (Constructor->getAccess() != AS_public || Constructor->isDeleted());
  });
  return !IsHidden && (hasFunction(Class, "push_back") || hasFunction(Class, "insert"));
}

}  // namespace

bool keepsComparison(const CXXRecordDecl* Class) {
  const auto isMore = [&](llvm::StringRef Name) {
    const QualType By = memberType(Class, Name);
    const CXXRecordDecl* Of = By.isNull() ? nullptr : By->getAsCXXRecordDecl();
    return !By.isNull() && (Of == nullptr || (Of->hasDefinition() && !Of->isEmpty()));
  };
  return isMore("key_compare") || isMore("key_equal");
}

namespace {

/// The class template std::Name, whose instance it is.
bool isStdClass(const CXXRecordDecl* Class, llvm::StringRef Name) {
  return isInNamespace(Class, "std") && Class->getDeclName().isIdentifier() && Class->getName() == Name;
}

class Shaping {
 public:
  Shaping(Metadata& M, ASTContext& C) : Into(M), Context(C) {}

  std::string add(QualType Type) {
    Type = decayed(Type).getCanonicalType();
    const bool IsKeptAsOther = Type->isArrayType() || !listElement(Type).isNull();
    const std::string Name = nameOfSpelled(IsKeptAsOther ? spellArgument(Type) : spell(Type));
    if (const auto [Known, IsNew] = Into.Types.try_emplace(Name); !IsNew) return Name;
    targets::Type Shape = shape(Type);
    Into.Types[Name] = std::move(Shape);
    return Name;
  }

 private:
  targets::Type shape(QualType Type) {
    targets::Type S;
    if (Type->isBooleanType()) {
      S.kind = "boolean";
    } else if (Type->isEnumeralType()) {
      enumeration(Type, S);
    } else if (const auto* Builtin = Type->getAs<BuiltinType>()) {
      builtin(Type, *Builtin, S);
    } else if (isTextArray(Type)) {
      S.kind = "text";
    } else if (const auto* Array = Context.getAsConstantArrayType(Type)) {
      S.kind = "sequence";
      S.parts.push_back(add(Array->getElementType()));
      S.extent = Array->getSize().getZExtValue();
    } else if (const QualType Element = listElement(Type); !Element.isNull()) {
      S.kind = "sequence";
      S.parts.push_back(add(Element));
    } else if (Type->isPointerType()) {
      pointer(Type->getPointeeType(), S);
    } else if (const CXXRecordDecl* Class = Type->getAsCXXRecordDecl()) {
      record(Class, Type, S);
    } else {
      S.kind = "opaque";
    }
    return S;
  }

  void number(QualType Type, targets::Type& S) {
    S.is_signed = Type->isSignedIntegerOrEnumerationType() || Type->isRealFloatingType();
    S.size = static_cast<std::uint64_t>(Context.getTypeSizeInChars(Type).getQuantity());
  }

  void builtin(QualType Type, const BuiltinType& Builtin, targets::Type& S) {
    switch (Builtin.getKind()) {
      case BuiltinType::Char_S:
      case BuiltinType::Char_U:
        S.kind = "character";
        return;
      case BuiltinType::Float:
      case BuiltinType::Double:
        S.kind = "real";
        number(Type, S);
        return;
      default:
        S.kind = Builtin.isInteger() ? "integer" : "opaque";
        if (Builtin.isInteger()) number(Type, S);
    }
  }

  void enumeration(QualType Type, targets::Type& S) {
    const EnumDecl* Enum = Type->getAsEnumDecl();
    S.kind = "enumeration";
    if (Enum->getDefinition() != nullptr) Enum = Enum->getDefinition();
    number(Type, S);
    for (const EnumConstantDecl* Constant : Enum->enumerators())
      S.enumerators.emplace_back(Constant->getNameAsString(), Constant->getInitVal().getExtValue());
  }

  void pointer(QualType Pointee, targets::Type& S) {
    if (const auto* Function = Pointee->getAs<FunctionProtoType>()) {
      S.kind = "function";
      S.parts.push_back(add(Function->getReturnType().getNonReferenceType()));
      for (const QualType Argument : Function->getParamTypes()) S.parts.push_back(add(Argument));
    } else if (Pointee->isFunctionType()) {
      S.kind = "function";
    } else if (Pointee->isCharType() && Pointee.isConstQualified() && isPlainChar(Pointee)) {
      S.kind = "text";
    } else {
      S.kind = "pointer";
      if (Pointee->getAsCXXRecordDecl() != nullptr) S.parts.push_back(add(Pointee));
    }
  }
  static bool isPlainChar(QualType Type) {
    const auto* Builtin = Type->getAs<BuiltinType>();
    return Builtin != nullptr &&
           (Builtin->getKind() == BuiltinType::Char_S || Builtin->getKind() == BuiltinType::Char_U);
  }

  void record(const CXXRecordDecl* Class, QualType Type, targets::Type& S) {
    if (hasCodec(Class) || isStdClass(Class, "duration")) {  // the library has a run::Codec for all durations
      S.kind = "codec";
      return;
    }
    S.kind = "object";
    if (!isInNamespace(Class, "std") && !isInNamespace(Class, "__gnu_cxx")) {
      if (Class->hasDefinition() && !isConfiguredClass(Class)) ranges(Class->getDefinition(), S);
      return;
    }
    const std::vector<QualType> Elements = elementsOf(Type);
    if (isStdClass(Class, "unique_ptr") || isStdClass(Class, "shared_ptr")) {
      if (Elements.empty() || Elements.front()->isArrayType()) return;
      S.kind = "holder";
      S.is_shared = isStdClass(Class, "shared_ptr");
      S.parts.push_back(add(Elements.front()));
    } else if (isStdClass(Class, "basic_string") || isStdClass(Class, "basic_string_view")) {
      if (!Elements.empty() && isPlainChar(Elements.front())) S.kind = "text";
    } else if (isStdClass(Class, "path")) {
      S.kind = "text";
    } else if (isStdClass(Class, "optional") || isStdClass(Class, "variant") || isStdClass(Class, "tuple") ||
               isStdClass(Class, "pair")) {
      S.kind = isStdClass(Class, "pair") ? "tuple" : Class->getName().str();
      for (const QualType Element : Elements) S.parts.push_back(add(Element));
    } else if (isStdClass(Class, "array")) {
      S.kind = "sequence";
      S.parts.push_back(add(Elements.front()));
      const auto& Arguments = cast<ClassTemplateSpecializationDecl>(Class)->getTemplateArgs();
      if (Arguments.size() > 1 && Arguments[1].getKind() == TemplateArgument::Integral)
        S.extent = Arguments[1].getAsIntegral().getZExtValue();
    } else if (isStdClass(Class, "function") || isStdClass(Class, "move_only_function")) {
      S.kind = "callable";
      if (!Elements.empty() && Elements.front()->isFunctionType())
        S.parts.push_back(add(Context.getPointerType(Elements.front())));
    } else if (Class->hasDefinition()) {
      ranges(Class->getDefinition(), S);
    }
  }

  /// Anything that looks like a container: a range with an allocator.
  void ranges(const CXXRecordDecl* Class, targets::Type& S) {
    const QualType Element = memberType(Class, "value_type");
    if (Element.isNull() || memberType(Class, "allocator_type").isNull() || keepsComparison(Class)) return;
    const QualType Mapped = memberType(Class, "mapped_type");
    if (!Mapped.isNull() && hasFunction(Class, "at")) {  // unlike a multimap, which is a list of pairs
      const QualType Key = memberType(Class, "key_type");
      if (Key.isNull()) return;
      S.kind = "map";
      S.parts = {add(Key), add(Mapped)};
    } else if (memberType(Class, "traits_type").isNull() && !isBounded(Class) && isFillable(Class)) {
      S.kind = "sequence";
      S.parts = {add(Element)};
    }
  }

  Metadata& Into;
  ASTContext& Context;
};

/// ::run::overload<int, const ::std::string&> => int, const std::string&
std::string overloadText(const std::string& Overload) {
  const std::size_t Begin = Overload.find('<') + 1;
  return nameOfSpelled(Overload.substr(Begin, Overload.rfind('>') - Begin));
}

std::vector<std::string> namesOfSpelled(const std::vector<std::string>& Spelled) {
  std::vector<std::string> Names;
  for (const std::string& Type : Spelled) Names.push_back(nameOfSpelled(Type));
  return Names;
}

std::vector<targets::Parameter> parametersOf(const std::vector<ir::TargetArgument>& Arguments) {
  std::vector<targets::Parameter> All;
  for (const ir::TargetArgument& A : Arguments)
    All.push_back(
        {A.Name, ir::wordFor(A.What), A.IsField, namesOfSpelled(A.Types), A.DefaultText, A.Doc, A.Tags, A.Bits});
  return All;
}

targets::Target described(const ir::Target& T, const Metadata& Known) {
  const bool IsFunction = T.Type.rfind("::run::Fn<", 0) == 0;
  targets::Target Made;
  Made.name = T.Name;
  Made.qualified = T.Qualified;
  Made.kind = IsFunction ? "function" : T.IsAggregate ? "aggregate" : "class";
  if (const auto Place = Known.Targets.find(T.Type); Place != Known.Targets.end()) {
    Made.where = {Place->second.File, Place->second.Line};
    Made.pointer = Place->second.Pointer;
  }
  Made.doc = T.Doc;
  Made.result = nameOfSpelled(T.Result);
  Made.filled_after = T.FillAfter;
  Made.required_members = T.RequiredMembers;
  Made.bases = namesOfSpelled(T.Bases);
  Made.parameters = parametersOf(T.Arguments);
  for (const ir::Signature& S : T.Signatures) {
    targets::Signature& One = Made.signatures.emplace_back();
    for (const unsigned Argument : S.Arguments) One.parameters.push_back(T.Arguments[Argument].Name);
    One.types = namesOfSpelled(S.Types);
    One.required = S.Required;
    if (!S.Overload.empty()) One.overload = overloadText(S.Overload);
  }
  return Made;
}

// How code says a class that something else of its name hides: ::std::type_identity_t<struct ::stat>, ::stat for
// people.
std::string withoutKeywords(std::string Text) {
  for (const llvm::StringRef Keyword : {"struct ", "class ", "union ", "enum "}) {
    const std::string Begin = ("::std::type_identity_t<" + Keyword).str();
    for (std::size_t At = Text.find(Begin); At != std::string::npos; At = Text.find(Begin, At)) {
      std::size_t End = At + Begin.size();
      for (int Depth = 1; Depth > 0; ++End) Depth += Text[End] == '<' ? 1 : Text[End] == '>' ? -1 : 0;
      Text.erase(End - 1, 1);
      Text.erase(At, Begin.size());
    }
  }
  return Text;
}

}  // namespace

std::string nameOfSpelled(const std::string& Written) {
  const std::string Spelled = withoutKeywords(Written);
  std::string Name;
  for (std::size_t I = 0; I < Spelled.size(); ++I) {
    const bool IsWord = !Name.empty() && (std::isalnum(static_cast<unsigned char>(Name.back())) != 0 ||
                                          Name.back() == '_' || Name.back() == '>');
    if (Spelled.compare(I, 2, "::") == 0 && !IsWord)
      ++I;
    else
      Name += Spelled[I];
  }
  // An inline namespace of the library's own, which programs do not name either.
  constexpr llvm::StringLiteral Hidden = "__cxx11::";
  for (std::size_t At = Name.find(Hidden); At != std::string::npos; At = Name.find(Hidden))
    Name.erase(At, Hidden.size());
  // std::function<int (int)> is written without the blank, `int (*)(int)` with it.
  for (std::size_t At = Name.find(" ("); At != std::string::npos; At = Name.find(" (", At + 1)) {
    const std::size_t End = Name.find(')', At);
    const bool IsDeclarator =
        End != std::string::npos && llvm::StringRef("*&").contains(Name[End - 1]) && End + 1 < Name.size();
    if (!IsDeclarator) Name.erase(At, 1);
  }
  return Name;
}

void Metadata::add(QualType Argument, ASTContext& Context) { Shaping(*this, Context).add(Argument); }

void Metadata::addTarget(const std::string& Type, const NamedDecl* Declared) {
  const SourceManager& Sources = Declared->getASTContext().getSourceManager();
  const PresumedLoc Place = Sources.getPresumedLoc(Sources.getExpansionLoc(Declared->getLocation()));
  Metadata::Place Declaration;
  if (Place.isValid()) Declaration = {Place.getFilename(), Place.getLine(), {}};
  if (const auto* Function = dyn_cast<FunctionDecl>(Declared)) {
    const QualType Pointer = pointerTo(Function);
    add(Pointer, Function->getASTContext());
    Declaration.Pointer = nameOfSpelled(spell(Pointer.getCanonicalType()));
  }
  Targets.try_emplace(Type, std::move(Declaration));
}

void Metadata::addBase(const CXXRecordDecl* Base) {
  ASTContext& Context = Base->getASTContext();
  add(Context.getCanonicalTagType(Base), Context);
}

std::string metadataText(const std::vector<Described>& Files) {
  targets::File All;
  std::set<std::string> Targets;
  std::map<std::string, const ir::FunctionName*> Functions;
  std::set<std::pair<std::string, std::string>> Recipes;
  for (const Described& File : Files) {
    All.types.insert(File.Known.Types.begin(), File.Known.Types.end());
    for (const ir::Target& T : File.Unit.Targets)
      if (Targets.insert(T.Identity.empty() ? T.Type : T.Identity).second)
        All.targets.push_back(described(T, File.Known));
    for (const ir::FunctionName& F : File.Unit.Functions) Functions.try_emplace(F.Identity, &F);
    for (const ir::Recipe& R : File.Unit.Recipes)
      if (R.IsListed && Recipes.emplace(R.Name, R.File + ":" + std::to_string(R.NameLine)).second)
        All.recipes.push_back(
            {R.Name, {R.File, R.NameLine}, R.Doc, nameOfSpelled(R.Returned), parametersOf(R.Arguments)});
  }
  for (const auto& [Identity, F] : Functions) All.functions.push_back({F->Name, F->Qualified, F->Type, F->Overload});
  return to_json(All);
}

}  // namespace autoconvert
