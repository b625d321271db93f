#include "Metadata.h"

#include <cctype>

#include "Codec.h"
#include "Names.h"
#include "Overloads.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace autoconvert {

namespace {

/// The member type of that name; null where there is none.
QualType memberType(const CXXRecordDecl* Class, llvm::StringRef Name) {
  ASTContext& Context = Class->getASTContext();
  for (const NamedDecl* Found : Class->lookup(&Context.Idents.get(Name)))
    if (const auto* Type = dyn_cast<TypeDecl>(Found)) return Context.getTypeDeclType(Type);
  for (const CXXBaseSpecifier& Base : Class->bases())
    if (const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl(); Of != nullptr && Of->hasDefinition())
      if (const QualType Found = memberType(Of->getDefinition(), Name); !Found.isNull()) return Found;
  return {};
}

/// The class template std::Name, whose instance it is.
bool isStdClass(const CXXRecordDecl* Class, llvm::StringRef Name) {
  return isInNamespace(Class, "std") && Class->getDeclName().isIdentifier() && Class->getName() == Name;
}

class Shaping {
 public:
  Shaping(Metadata& M, ASTContext& C) : Into(M), Context(C) {}

  std::string add(QualType Type) {
    Type = decayed(Type).getCanonicalType();
    const std::string Name = nameOfSpelled(Type->isArrayType() ? spellArgument(Type) : spell(Type));
    if (const auto [Known, IsNew] = Into.Types.try_emplace(Name); !IsNew) return Name;
    TypeShape Shape = shape(Type);
    Into.Types[Name] = std::move(Shape);
    return Name;
  }

 private:
  TypeShape shape(QualType Type) {
    TypeShape S;
    if (Type->isBooleanType()) {
      S.Kind = "boolean";
    } else if (Type->isEnumeralType()) {
      enumeration(Type, S);
    } else if (const auto* Builtin = Type->getAs<BuiltinType>()) {
      builtin(Type, *Builtin, S);
    } else if (const auto* Array = Context.getAsConstantArrayType(Type)) {
      S.Kind = "sequence";
      S.Parts.push_back(add(Array->getElementType()));
      S.Extent = Array->getSize().getZExtValue();
    } else if (Type->isPointerType()) {
      pointer(Type->getPointeeType(), S);
    } else if (const CXXRecordDecl* Class = Type->getAsCXXRecordDecl()) {
      record(Class, Type, S);
    } else {
      S.Kind = "opaque";
    }
    return S;
  }

  void number(QualType Type, TypeShape& S) {
    S.IsSigned = Type->isSignedIntegerOrEnumerationType() || Type->isRealFloatingType();
    S.Size = static_cast<std::uint64_t>(Context.getTypeSizeInChars(Type).getQuantity());
  }

  void builtin(QualType Type, const BuiltinType& Builtin, TypeShape& S) {
    switch (Builtin.getKind()) {
      case BuiltinType::Char_S:
      case BuiltinType::Char_U:
        S.Kind = "character";
        return;
      case BuiltinType::Float:
      case BuiltinType::Double:
        S.Kind = "real";
        number(Type, S);
        return;
      default:
        S.Kind = Builtin.isInteger() ? "integer" : "opaque";
        if (Builtin.isInteger()) number(Type, S);
    }
  }

  void enumeration(QualType Type, TypeShape& S) {
    const EnumDecl* Enum = Type->getAsEnumDecl();
    S.Kind = "enumeration";
    if (Enum->getDefinition() != nullptr) Enum = Enum->getDefinition();
    number(Type, S);
    for (const EnumConstantDecl* Constant : Enum->enumerators())
      S.Enumerators.emplace_back(Constant->getNameAsString(), Constant->getInitVal().getExtValue());
  }

  void pointer(QualType Pointee, TypeShape& S) {
    if (Pointee->isFunctionType()) {
      S.Kind = "function";
    } else if (Pointee->isCharType() && Pointee.isConstQualified() && isPlainChar(Pointee)) {
      S.Kind = "text";
    } else {
      S.Kind = "pointer";
      if (Pointee->getAsCXXRecordDecl() != nullptr) S.Parts.push_back(add(Pointee));
    }
  }
  static bool isPlainChar(QualType Type) {
    const auto* Builtin = Type->getAs<BuiltinType>();
    return Builtin != nullptr &&
           (Builtin->getKind() == BuiltinType::Char_S || Builtin->getKind() == BuiltinType::Char_U);
  }

  void record(const CXXRecordDecl* Class, QualType Type, TypeShape& S) {
    if (hasCodec(Class) || isStdClass(Class, "duration")) {  // the library has a run::Codec for all durations
      S.Kind = "codec";
      return;
    }
    S.Kind = "object";
    if (!isInNamespace(Class, "std") && !isInNamespace(Class, "__gnu_cxx")) {
      if (Class->hasDefinition() && !isConfiguredClass(Class)) ranges(Class->getDefinition(), S);
      return;
    }
    const std::vector<QualType> Elements = elementsOf(Type);
    if (isStdClass(Class, "unique_ptr") || isStdClass(Class, "shared_ptr")) {
      if (Elements.empty() || Elements.front()->isArrayType()) return;
      S.Kind = "holder";
      S.IsShared = isStdClass(Class, "shared_ptr");
      S.Parts.push_back(add(Elements.front()));
    } else if (isStdClass(Class, "basic_string") || isStdClass(Class, "basic_string_view")) {
      if (!Elements.empty() && isPlainChar(Elements.front())) S.Kind = "text";
    } else if (isStdClass(Class, "path")) {
      S.Kind = "text";
    } else if (isStdClass(Class, "optional") || isStdClass(Class, "variant") || isStdClass(Class, "tuple") ||
               isStdClass(Class, "pair")) {
      S.Kind = isStdClass(Class, "pair") ? "tuple" : Class->getName().str();
      for (const QualType Element : Elements) S.Parts.push_back(add(Element));
    } else if (isStdClass(Class, "array")) {
      S.Kind = "sequence";
      S.Parts.push_back(add(Elements.front()));
      const auto& Arguments = cast<ClassTemplateSpecializationDecl>(Class)->getTemplateArgs();
      if (Arguments.size() > 1 && Arguments[1].getKind() == TemplateArgument::Integral)
        S.Extent = Arguments[1].getAsIntegral().getZExtValue();
    } else if (isStdClass(Class, "function") || isStdClass(Class, "move_only_function")) {
      S.Kind = "callable";
    } else if (Class->hasDefinition()) {
      ranges(Class->getDefinition(), S);
    }
  }

  /// Anything that looks like a container: a range with an allocator.
  void ranges(const CXXRecordDecl* Class, TypeShape& S) {
    const QualType Element = memberType(Class, "value_type");
    if (Element.isNull() || memberType(Class, "allocator_type").isNull()) return;
    const QualType Mapped = memberType(Class, "mapped_type");
    if (!Mapped.isNull()) {
      const QualType Key = memberType(Class, "key_type");
      if (Key.isNull()) return;
      S.Kind = "map";
      S.Parts = {add(Key), add(Mapped)};
    } else if (memberType(Class, "traits_type").isNull()) {
      S.Kind = "sequence";
      S.Parts = {add(Element)};
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

void writeParameters(llvm::json::OStream& Out, const std::vector<ir::TargetArgument>& Arguments) {
  Out.attributeArray("parameters", [&] {
    for (const ir::TargetArgument& A : Arguments) {
      Out.object([&] {
        Out.attribute("name", A.Name);
        Out.attribute("kind", ir::wordFor(A.What));
        if (A.IsField) Out.attribute("is_field", true);
        Out.attributeArray("types", [&] {
          for (const std::string& Type : A.Types) Out.value(nameOfSpelled(Type));
        });
        if (!A.DefaultText.empty()) Out.attribute("default", A.DefaultText);
        if (!A.Doc.empty()) Out.attribute("doc", A.Doc);
        if (!A.Tags.empty())
          Out.attributeArray("tags", [&] {
            for (const std::string& Tag : A.Tags) Out.value(Tag);
          });
      });
    }
  });
}

void writeTarget(llvm::json::OStream& Out, const ir::Target& T, const Metadata& Known) {
  const bool IsFunction = T.Type.rfind("::run::Fn<", 0) == 0;
  Out.object([&] {
    Out.attribute("name", T.Name);
    if (!T.Qualified.empty()) Out.attribute("qualified", T.Qualified);
    Out.attribute("kind", IsFunction ? "function" : T.IsAggregate ? "aggregate" : "class");
    if (const auto Place = Known.Targets.find(T.Type); Place != Known.Targets.end()) {
      Out.attribute("file", Place->second.File);
      Out.attribute("line", Place->second.Line);
      if (!Place->second.Pointer.empty()) Out.attribute("pointer", Place->second.Pointer);
    }
    if (!T.Doc.empty()) Out.attribute("doc", T.Doc);
    Out.attribute("result", nameOfSpelled(T.Result));
    if (T.FillAfter) Out.attribute("filled_after", true);
    if (T.RequiredMembers != 0) Out.attribute("required_members", T.RequiredMembers);
    if (!T.Bases.empty())
      Out.attributeArray("bases", [&] {
        for (const std::string& Base : T.Bases) Out.value(nameOfSpelled(Base));
      });
    writeParameters(Out, T.Arguments);
    if (!T.Signatures.empty())
      Out.attributeArray("signatures", [&] {
        for (const ir::Signature& S : T.Signatures) {
          Out.object([&] {
            Out.attributeArray("parameters", [&] {
              for (const unsigned Argument : S.Arguments) Out.value(T.Arguments[Argument].Name);
            });
            Out.attributeArray("types", [&] {
              for (const std::string& Type : S.Types) Out.value(nameOfSpelled(Type));
            });
            Out.attribute("required", S.Required);
            if (!S.Overload.empty()) Out.attribute("overload", overloadText(S.Overload));
          });
        }
      });
  });
}

void writeFunction(llvm::json::OStream& Out, const ir::FunctionName& F) {
  Out.object([&] {
    Out.attribute("name", F.Name);
    if (!F.Qualified.empty()) Out.attribute("qualified", F.Qualified);
    Out.attribute("pointer", F.Type);
    Out.attribute("overload", F.Overload);
  });
}

}  // namespace

std::string nameOfSpelled(const std::string& Spelled) {
  std::string Name;
  for (std::size_t I = 0; I < Spelled.size(); ++I) {
    const bool IsWord = !Name.empty() && (std::isalnum(static_cast<unsigned char>(Name.back())) != 0 ||
                                          Name.back() == '_' || Name.back() == '>');
    if (Spelled.compare(I, 2, "::") == 0 && !IsWord)
      ++I;
    else
      Name += Spelled[I];
  }
  return Name;
}

void Metadata::add(QualType Argument, ASTContext& Context) {
  Shaping Shapes(*this, Context);
  const QualType Element = listElement(Argument);
  if (Element.isNull()) {
    Shapes.add(Argument);
    return;
  }
  TypeShape List;
  List.Kind = "sequence";
  List.Parts.push_back(Shapes.add(Element));
  Types.try_emplace(nameOfSpelled(spellArgument(Argument)), List);
}

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
  std::map<std::string, const TypeShape*> Types;
  for (const Described& File : Files)
    for (const auto& [Name, Shape] : File.Known.Types) Types.try_emplace(Name, &Shape);

  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  llvm::json::OStream Out(Stream, 2);
  Out.object([&] {
    Out.attribute("version", 1);
    Out.attributeArray("targets", [&] {
      std::set<std::string> Written;
      for (const Described& File : Files)
        for (const ir::Target& T : File.Unit.Targets)
          if (Written.insert(T.Identity.empty() ? T.Type : T.Identity).second) writeTarget(Out, T, File.Known);
    });
    std::map<std::string, const ir::FunctionName*> Functions;
    for (const Described& File : Files)
      for (const ir::FunctionName& F : File.Unit.Functions) Functions.try_emplace(F.Identity, &F);
    if (!Functions.empty())
      Out.attributeArray("functions", [&] {
        for (const auto& [Identity, F] : Functions) writeFunction(Out, *F);
      });
    Out.attributeObject("types", [&] {
      for (const auto& [Name, Shape] : Types) {
        Out.attributeObject(Name, [&, S = Shape] {
          Out.attribute("kind", S->Kind);
          if (S->IsSigned) Out.attribute("signed", true);
          if (S->IsShared) Out.attribute("shared", true);
          if (S->Size != 0) Out.attribute("size", static_cast<std::int64_t>(S->Size));
          if (S->Extent != 0) Out.attribute("extent", static_cast<std::int64_t>(S->Extent));
          if (!S->Parts.empty())
            Out.attributeArray("parts", [&] {
              for (const std::string& Part : S->Parts) Out.value(Part);
            });
          if (!S->Enumerators.empty())
            Out.attributeObject("enumerators", [&] {
              for (const auto& [Enumerator, Value] : S->Enumerators) Out.attribute(Enumerator, Value);
            });
        });
      }
    });
    Out.attributeArray("recipes", [&] {
      std::set<std::pair<std::string, std::string>> Written;
      for (const Described& File : Files)
        for (const ir::Recipe& R : File.Unit.Recipes) {
          if (!R.IsListed || !Written.emplace(R.Name, R.File + ":" + std::to_string(R.NameLine)).second) continue;
          Out.object([&] {
            Out.attribute("name", R.Name);
            Out.attribute("file", R.File);
            Out.attribute("line", R.NameLine);
            if (!R.Doc.empty()) Out.attribute("doc", R.Doc);
            Out.attribute("result", nameOfSpelled(R.Result));
            writeParameters(Out, R.Arguments);
          });
        }
    });
  });
  return Text + "\n";
}

}  // namespace autoconvert
