#include "Types.h"

#include "Attributes.h"
#include "Codec.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

namespace {

const ClassTemplateSpecializationDecl* specialization(QualType Type) {
  return dyn_cast_or_null<ClassTemplateSpecializationDecl>(Type->getAsCXXRecordDecl());
}

// The headers of the C library, as the C standard lists them, and the POSIX ones that recipes may well touch.
bool isCLibrary(const FunctionDecl* Function) {
  if (!Function->isExternC()) return false;
  if (Function->getBuiltinID() != 0) return true;
  const SourceManager& SM = Function->getASTContext().getSourceManager();
  const SourceLocation Where = SM.getExpansionLoc(Function->getFirstDecl()->getLocation());
  if (!SM.isInSystemHeader(Where)) return false;
  static const llvm::StringSet<> Headers = {
      "assert.h", "complex.h", "ctype.h",  "errno.h",     "fenv.h",        "float.h",   "inttypes.h", "limits.h",
      "locale.h", "math.h",    "setjmp.h", "signal.h",    "stdarg.h",      "stdbool.h", "stddef.h",   "stdint.h",
      "stdio.h",  "stdlib.h",  "string.h", "strings.h",   "tgmath.h",      "threads.h", "time.h",     "uchar.h",
      "unistd.h", "wchar.h",   "wctype.h", "mathcalls.h", "stdlib-float.h"};
  return Headers.contains(llvm::sys::path::filename(SM.getFilename(Where)));
}

}  // namespace

bool isOfItsLibrary(const FunctionDecl* Function) {
  const auto* Visibility = Function->getAttr<VisibilityAttr>();
  return Visibility != nullptr && Visibility->getVisibility() == VisibilityAttr::Hidden && !Function->isDefined();
}

bool isInNamespace(const Decl* D, llvm::StringRef TopLevel) {
  const NamespaceDecl* Outermost = nullptr;
  for (const DeclContext* Scope = D->getDeclContext(); Scope != nullptr; Scope = Scope->getParent())
    if (const auto* Namespace = dyn_cast<NamespaceDecl>(Scope)) Outermost = Namespace;
  return Outermost != nullptr && Outermost->getName() == TopLevel;
}

bool isStd(const FunctionDecl* Function, llvm::StringRef Name) {
  return Function != nullptr && Function->getDeclName().isIdentifier() && Function->getName() == Name &&
         isInNamespace(Function, "std");
}

// By itself, or as an instance of a class template that is.
static bool isExemptClass(const CXXRecordDecl* Class) {
  const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Class);
  return isExempt(Class) || (Special != nullptr && isExempt(Special->getSpecializedTemplate()));
}

bool isConfiguredClass(const CXXRecordDecl* Class) {
  if (Class == nullptr || Class->isLambda() || Class->isUnion()) return false;
  if (isInNamespace(Class, "std") || isInNamespace(Class, "__gnu_cxx")) return false;
  // The library's own classes are the means of configuring; a few are also there to be configured, and say so.
  if (isInNamespace(Class, "run") && !isConfigurable(Class)) return false;
  return !isExemptClass(Class) && !hasCodec(Class);
}

// The static functions of an exempt class are its own business, too.
static bool isOfExemptClass(const FunctionDecl* Function) {
  const auto* Method = dyn_cast<CXXMethodDecl>(Function);
  return Method != nullptr && Method->isStatic() && isExemptClass(Method->getParent());
}

llvm::StringRef plainName(const FunctionDecl* Function) {
  return Function != nullptr && Function->getDeclName().isIdentifier() ? Function->getName() : llvm::StringRef();
}

// a | b of enumerators is arithmetic, whoever wrote the operator.
static bool isOperatorOnNumbers(const FunctionDecl* Function) {
  return Function->isOverloadedOperator() && !isa<CXXMethodDecl>(Function) &&
         llvm::all_of(Function->parameters(), [](const ParmVarDecl* Operand) {
           return Operand->getType().getNonReferenceType()->isIntegralOrEnumerationType() ||
                  Operand->getType().getNonReferenceType()->isFloatingType();
         });
}

bool isExemptFunction(const FunctionDecl* Function) {
  if (isInNamespace(Function, "std") || isInNamespace(Function, "__gnu_cxx") || isExempt(Function)) return true;
  if (Function->isConsteval()) return true;  // what it gives is a constant
  if (isOfExemptClass(Function) && !isConfigurable(Function) && recipeAttribute(Function) == nullptr) return true;
  if (const FunctionTemplateDecl* Template = Function->getPrimaryTemplate())
    if (isExempt(Template->getTemplatedDecl())) return true;
  if (isInNamespace(Function, "run") || isCLibrary(Function)) return true;
  return (Function->isConstexpr() || isOperatorOnNumbers(Function)) &&
         Function->getReturnType().getNonReferenceType()->isScalarType();
}

std::vector<QualType> elementsOf(QualType Type) {
  std::vector<QualType> Elements;
  if (Type->isConstantArrayType()) return {Type->getAsArrayTypeUnsafe()->getElementType()};
  const auto* Special = specialization(Type.getNonReferenceType());
  if (Special == nullptr) return Elements;
  const TemplateArgumentList& Arguments = Special->getTemplateArgs();
  const llvm::StringRef Name = Special->getName();
  const auto take = [&](const TemplateArgument& Argument) {
    if (Argument.getKind() == TemplateArgument::Type) Elements.push_back(Argument.getAsType());
  };
  if (Arguments.size() == 0) return Elements;
  if (Name == "tuple" || Name == "variant") {
    if (Arguments[0].getKind() == TemplateArgument::Pack)
      for (const TemplateArgument& Argument : Arguments[0].pack_elements()) take(Argument);
  } else if (Name == "pair") {
    take(Arguments[0]);
    take(Arguments[1]);
  } else if (Name == "map" || Name == "unordered_map") {
    take(Arguments[1]);
  } else {
    take(Arguments[0]);
  }
  return Elements;
}

Shape shapeOf(QualType Type) {
  if (Type.isNull() || Type->isDependentType()) return Shape::Value;
  Type = Type.getNonReferenceType();
  if (Type->isConstantArrayType())
    return isConfigured(Type->getAsArrayTypeUnsafe()->getElementType()) ? Shape::Array : Shape::Value;
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  if (Class == nullptr) return Shape::Value;
  if (isConfiguredClass(Class)) return Shape::Object;
  const auto* Special = specialization(Type);
  if (Special == nullptr) return Shape::Value;
  const llvm::StringRef Name = Special->getName();
  if (isInNamespace(Special, "run"))
    return llvm::StringSwitch<Shape>(Name)
        .Cases({"Config", "Shared"}, Shape::Config)
        .Case("Partial", Shape::Partial)
        .Default(Shape::Value);
  if (!isInNamespace(Special, "std")) return Shape::Value;
  const Shape Known = llvm::StringSwitch<Shape>(Name)
                          .Case("unique_ptr", Shape::Unique)
                          .Cases({"shared_ptr", "weak_ptr"}, Shape::Shared)
                          .Default(containerOf(Type));
  if (Known == Shape::Value) return Shape::Value;
  for (const QualType Element : elementsOf(Type))
    if (isConfigured(Element)) return Known;
  return Shape::Value;
}

/// The class by which a std::map or std::unordered_map tells which keys are equal; null where that is no class.
static const CXXRecordDecl* comparisonOf(const ClassTemplateSpecializationDecl* Map) {
  const unsigned By = Map->getName() == "map" ? 2 : 3;
  const TemplateArgumentList& Arguments = Map->getTemplateArgs();
  return Arguments.size() > By && Arguments[By].getKind() == TemplateArgument::Type
             ? Arguments[By].getAsType()->getAsCXXRecordDecl()
             : nullptr;
}

// A map that compares its keys by more than a type is more than its elements.
static bool isOfEntries(const ClassTemplateSpecializationDecl* Map) {
  const CXXRecordDecl* By = comparisonOf(Map);
  return By != nullptr && (!By->hasDefinition() || By->isEmpty());
}

Shape containerOf(QualType Type) {
  if (Type.getNonReferenceType()->isConstantArrayType()) return Shape::Array;
  const auto* Special = specialization(Type.getNonReferenceType());
  if (Special == nullptr || !isInNamespace(Special, "std")) return Shape::Value;
  return llvm::StringSwitch<Shape>(Special->getName())
      .Cases({"vector", "deque", "list", "initializer_list"}, Shape::Sequence)
      .Case("array", Shape::Array)
      .Cases({"map", "unordered_map"}, isOfEntries(Special) ? Shape::Map : Shape::Value)
      .Case("optional", Shape::Optional)
      .Cases({"pair", "tuple"}, Shape::Tuple)
      .Case("variant", Shape::Variant)
      .Default(Shape::Value);
}

bool comparesPlainly(QualType Map) {
  const auto* Special = specialization(Map.getNonReferenceType());
  const CXXRecordDecl* By = Special == nullptr ? nullptr : comparisonOf(Special);
  return Special == nullptr || (By != nullptr && isInNamespace(By, "std"));
}

bool isSetOfValues(QualType Type) {
  const auto* Special = specialization(Type.getNonReferenceType());
  return Special != nullptr && isInNamespace(Special, "std") && !isConfigured(elementsOf(Type).front()) &&
         llvm::is_contained({"set", "multiset", "unordered_set", "unordered_multiset"}, Special->getName());
}

bool holdsCallables(QualType Type) {
  if (containerOf(Type) != Shape::Value) return llvm::any_of(elementsOf(Type), holdsCallables);
  const auto* Special = specialization(Type.getNonReferenceType());
  return Special != nullptr && Special->getName() == "function" && isInNamespace(Special, "std");
}

Shape contentShape(QualType Type) {
  const Shape Known = shapeOf(Type);
  return Known == Shape::Value && holdsCallables(Type) ? containerOf(Type) : Known;
}

static const CXXRecordDecl* behindArrow(const CXXRecordDecl* Class, bool IsDefined) {
  const DeclarationName Arrow = Class->getASTContext().DeclarationNames.getCXXOperatorName(OO_Arrow);
  std::vector<const CXXRecordDecl*> Open = {Class};
  for (std::size_t I = 0; I < Open.size(); ++I) {
    if (!Open[I]->hasDefinition()) continue;
    for (const NamedDecl* Found : Open[I]->lookup(Arrow)) {
      const auto* Method = dyn_cast<CXXMethodDecl>(Found);
      if (Method == nullptr || Method->getAccess() != AS_public || !Method->getReturnType()->isPointerType()) continue;
      const QualType Object = Method->getReturnType()->getPointeeType();
      const CXXRecordDecl* Of = Object->getAsCXXRecordDecl();
      if (Of != nullptr && !Object.isConstQualified() && isConfiguredClass(Of) && Of->hasDefinition() == IsDefined)
        return IsDefined ? Of->getDefinition() : Of;
    }
    for (const CXXBaseSpecifier& Base : Open[I]->bases())
      if (const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
          Of != nullptr && Base.getAccessSpecifier() == AS_public)
        Open.push_back(Of);
  }
  return nullptr;
}

const CXXRecordDecl* behindArrow(const CXXRecordDecl* Class) { return behindArrow(Class, true); }
const CXXRecordDecl* declaredBehindArrow(const CXXRecordDecl* Class) { return behindArrow(Class, false); }

const CXXRecordDecl* objectOf(QualType Type) {
  if (Type.isNull()) return nullptr;
  Type = Type.getNonReferenceType();
  switch (shapeOf(Type)) {
    case Shape::Object:
      return Type->getAsCXXRecordDecl();
    case Shape::Unique:
    case Shape::Shared:
    case Shape::Config:
      return elementsOf(Type).empty() ? nullptr : objectOf(elementsOf(Type).front());
    default:
      return nullptr;
  }
}

bool isTextArray(QualType Type) {
  const auto* Array = dyn_cast_or_null<ConstantArrayType>(Type.getNonReferenceType()->getAsArrayTypeUnsafe());
  if (Array == nullptr) return false;
  const auto* Element = Array->getElementType()->getAs<BuiltinType>();
  return Element != nullptr && (Element->getKind() == BuiltinType::Char_S || Element->getKind() == BuiltinType::Char_U);
}

QualType listElement(QualType Type) {
  const auto* Special = specialization(Type.getNonReferenceType());
  if (Special == nullptr || !Special->isInStdNamespace() || Special->getName() != "initializer_list") return {};
  return Special->getTemplateArgs()[0].getAsType();
}

QualType decayed(QualType Type) {
  Type = Type.getNonReferenceType();
  return Type.getUnqualifiedType();
}

}  // namespace autoconvert
