#include "Names.h"

#include "Constants.h"
#include "Hidden.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

using Style = Spelling;

std::string print(QualType Type, const std::string& Declarator, Style S);
std::string print(const NamedDecl* D, Style S);
std::string printPath(const NamedDecl* D, Style S);

/// A template's argument that is an object of a class, or a number with a point.
std::optional<std::string> printObject(const TemplateArgument& Argument, Style S) {
  if (Argument.getKind() == TemplateArgument::StructuralValue)
    return spellValue(Argument.getAsStructuralValue(), Argument.getStructuralValueType(), S);
  const auto* Object = cast<TemplateParamObjectDecl>(Argument.getAsDecl());
  return spellValue(Object->getValue(), Object->getType(), S);
}

bool isObject(const TemplateArgument& Argument) {
  return Argument.getKind() == TemplateArgument::StructuralValue ||
         (Argument.getKind() == TemplateArgument::Declaration && isa<TemplateParamObjectDecl>(Argument.getAsDecl()));
}

std::string print(const TemplateArgument& Argument, Style S) {
  if (isObject(Argument))
    if (std::optional<std::string> Text = printObject(Argument, S)) return *Text;
  switch (Argument.getKind()) {
    case TemplateArgument::Type:
      return print(Argument.getAsType(), "", S);
    case TemplateArgument::Integral:
      return spellIntegral(Argument.getAsIntegral(), Argument.getIntegralType(), S);
    case TemplateArgument::Declaration:
      return (Argument.getParamTypeForDecl()->isReferenceType() ? "" : "&") + print(Argument.getAsDecl(), S);
    case TemplateArgument::NullPtr:
      return "nullptr";
    case TemplateArgument::Template:
      return print(Argument.getAsTemplate().getAsTemplateDecl(), S);
    default: {
      std::string Text;
      llvm::raw_string_ostream Stream(Text);
      Argument.print(PrintingPolicy(LangOptions()), Stream, /*IncludeType=*/true);
      return Text;
    }
  }
}

/// Where a template says `auto`, a number has its type to say, too: 4U.
std::string printDeduced(const TemplateArgument& Argument, Style S) {
  const std::string Text = print(Argument, S);
  const auto* Type = Argument.getKind() == TemplateArgument::Integral
                         ? Argument.getIntegralType().getCanonicalType()->getAs<BuiltinType>()
                         : nullptr;
  if (Type == nullptr || Type->isBooleanType() || Type->isAnyCharacterType()) return Text;
  const std::string Digits = llvm::StringRef(Text).rtrim('U').str();
  switch (Type->getKind()) {
    case BuiltinType::Int:
      return Text;
    case BuiltinType::UInt:
      return Digits + "U";
    case BuiltinType::Long:
      return Digits + "L";
    case BuiltinType::ULong:
      return Digits + "UL";
    case BuiltinType::LongLong:
      return Digits + "LL";
    case BuiltinType::ULongLong:
      return Digits + "ULL";
    default:
      return "static_cast<" + print(QualType(Type, 0), "", S) + ">(" + Text + ")";
  }
}

std::string print(const TemplateParameterList* Parameters, llvm::ArrayRef<TemplateArgument> Arguments,
                  ASTContext& Context, Style S, bool WithDefaults = false) {
  // Trailing arguments that are the defaults are left out, as people do.
  std::size_t Count = Arguments.size();
  while (!WithDefaults && Count > 0 && Count <= Parameters->size() &&
         Arguments[Count - 1].getKind() != TemplateArgument::Pack &&
         isSubstitutedDefaultArgument(Context, Arguments[Count - 1], Parameters->getParam(Count - 1), Arguments,
                                      Parameters->getDepth()))
    --Count;
  std::vector<std::string> Texts;
  for (std::size_t I = 0; I < Count; ++I) {
    const auto* Parameter =
        I < Parameters->size() ? dyn_cast<NonTypeTemplateParmDecl>(Parameters->getParam(I)) : nullptr;
    const bool IsDeduced = Parameter != nullptr && Parameter->getType()->getContainedAutoType() != nullptr;
    const auto Add = [&](const TemplateArgument& Argument) {
      Texts.push_back(IsDeduced ? printDeduced(Argument, S) : print(Argument, S));
    };
    if (Arguments[I].getKind() == TemplateArgument::Pack)
      llvm::for_each(Arguments[I].pack_elements(), Add);
    else
      Add(Arguments[I]);
  }
  return "<" + llvm::join(Texts, ", ") + ">";
}

/// Of an instance of a function template.
std::string printArguments(const FunctionDecl* Function, Style S) {
  const TemplateArgumentList* Arguments = Function->getTemplateSpecializationArgs();
  if (Arguments == nullptr) return {};
  return print(Function->getPrimaryTemplate()->getTemplateParameters(), Arguments->asArray(), Function->getASTContext(),
               S, /*WithDefaults=*/true);
}

// The aliases that people write for instances of the standard library's templates.
llvm::ArrayRef<llvm::StringLiteral> usualAliases(llvm::StringRef Template) {
  static constexpr llvm::StringLiteral Strings[] = {"string", "wstring", "u8string", "u16string", "u32string"};
  static constexpr llvm::StringLiteral Views[] = {"string_view", "wstring_view", "u8string_view", "u16string_view",
                                                  "u32string_view"};
  static constexpr llvm::StringLiteral Streams[] = {"ostream",  "istream",  "iostream",     "ifstream",
                                                    "ofstream", "fstream",  "stringstream", "istringstream",
                                                    "wostream", "wistream", "ostringstream"};
  static constexpr llvm::StringLiteral Durations[] = {
      "nanoseconds", "microseconds", "milliseconds", "seconds", "minutes", "hours", "days", "weeks", "months", "years"};
  static constexpr llvm::StringLiteral Ratios[] = {"nano", "micro", "milli", "centi", "deci",
                                                   "deca", "hecto", "kilo",  "mega",  "giga"};
  static constexpr llvm::StringLiteral Engines[] = {"mt19937",     "mt19937_64",    "minstd_rand0",
                                                    "minstd_rand", "ranlux24_base", "ranlux48_base",
                                                    "ranlux24",    "ranlux48",      "knuth_b"};
  static constexpr llvm::StringLiteral Expressions[] = {"regex", "wregex"};
  if (Template == "basic_string") return Strings;
  if (Template == "basic_string_view") return Views;
  if (Template.starts_with("basic_") && Template.ends_with("stream")) return Streams;
  if (Template == "basic_regex") return Expressions;
  if (Template == "duration") return Durations;
  if (Template == "ratio") return Ratios;
  if (Template.ends_with("_engine")) return Engines;
  return {};
}

// The alias in the scope, or in the pmr of it, that names this very class.
const TypedefNameDecl* aliasIn(const DeclContext* Scope, llvm::StringRef Name, const TagDecl* Class) {
  IdentifierTable& Names = Class->getASTContext().Idents;
  for (const NamedDecl* Found : Scope->lookup(&Names.get(Name)))
    if (const auto* Alias = dyn_cast<TypedefNameDecl>(Found))
      if (Alias->getUnderlyingType()->getAsTagDecl() == Class) return Alias;
  for (const NamedDecl* Found : Scope->lookup(&Names.get("pmr")))
    if (const auto* Inner = dyn_cast<NamespaceDecl>(Found)) return aliasIn(Inner, Name, Class);
  return nullptr;
}

// std::string of basic_string<char>, and so for the others that have a name of their own; null if it has none.
const NamedDecl* usualName(const ClassTemplateSpecializationDecl* Special) {
  if (!isInNamespace(Special, "std")) return nullptr;
  const DeclContext* Scope = Special->getDeclContext()->getEnclosingNamespaceContext();
  while (Scope->isInlineNamespace()) Scope = Scope->getParent()->getEnclosingNamespaceContext();
  const llvm::StringRef Template = Special->getName();
  for (const llvm::StringLiteral Name : usualAliases(Template))
    if (const TypedefNameDecl* Alias = aliasIn(Scope, Name, Special)) return Alias;
  // A clock has the name of its time points.
  if (Template == "time_point")
    if (const auto* Clock = Special->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl())
      if (Clock->hasDefinition()) return aliasIn(Clock->getDefinition(), Template, Special);
  return nullptr;
}

std::string scopeOf(const DeclContext* Scope, Style S) {
  for (; Scope != nullptr; Scope = Scope->getParent()) {
    if (const auto* Namespace = dyn_cast<NamespaceDecl>(Scope)) {
      // Inline and anonymous namespaces are seen through; an inline one may be needed to tell two names apart.
      if (Namespace->isAnonymousNamespace()) continue;
      if (Namespace->isInline() && (S == Style::Readable || isInNamespace(Namespace, "std"))) continue;
      return print(Namespace, S) + "::";
    }
    if (const auto* Tag = dyn_cast<TagDecl>(Scope)) {
      if (const auto* Enum = dyn_cast<EnumDecl>(Tag); Enum != nullptr && Enum->getDeclName().isEmpty()) continue;
      return printPath(Tag, S) + "::";
    }
    if (isa<FunctionDecl>(Scope)) return {};
  }
  return S == Style::Code ? "::" : "";
}

// struct { int x; } pos; has no name but that of its member. A union is no argument: nobody knows what it holds.
const FieldDecl* memberOf(const TagDecl* Unnamed) {
  const auto* Class = dyn_cast<RecordDecl>(Unnamed->getDeclContext());
  if (Class == nullptr || Unnamed->hasNameForLinkage() || Unnamed->isUnion()) return nullptr;
  const auto Found = llvm::find_if(Class->fields(), [&](const FieldDecl* Field) {
    return !Field->getDeclName().isEmpty() && !Field->getType()->isArrayType() &&
           Field->getType()->getAsTagDecl() == Unnamed;
  });
  return Found == Class->field_end() ? nullptr : *Found;
}

// A function, variable or enumerator of its scope has the same name, which alone means that.
bool isHidden(const TagDecl* Tag) {
  if (!Tag->getDeclName().isIdentifier() || Tag->getName().empty()) return false;
  return llvm::any_of(Tag->getDeclContext()->getRedeclContext()->lookup(Tag->getDeclName()), [](const NamedDecl* D) {
    const NamedDecl* Of = D->getUnderlyingDecl();
    return isa<ValueDecl, FunctionTemplateDecl, VarTemplateDecl>(Of);
  });
}

std::string print(const NamedDecl* D, Style S) {
  const auto* Tag = dyn_cast<TagDecl>(D);
  const std::string Text = printPath(D, S);
  // The keyword tells them apart, and what is named by it stands for a type anywhere only as the result of a template.
  if (S != Style::Code || Tag == nullptr || !isHidden(Tag)) return Text;
  return "::std::type_identity_t<" + (isa<EnumDecl>(Tag) ? "enum " : Tag->getKindName().str() + " ") + Text + ">";
}

std::string printPath(const NamedDecl* D, Style S) {
  if (const auto* Tag = dyn_cast<TagDecl>(D); Tag != nullptr && !Tag->hasNameForLinkage()) {
    const FieldDecl* Member = memberOf(Tag);
    if (Member == nullptr) return "an unnamed " + Tag->getKindName().str();
    const std::string Name = scopeOf(Member->getParent(), S) + Member->getNameAsString();
    return S == Style::Code ? "decltype(" + Name + ")" : Name;
  }
  const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(D);
  if (Special != nullptr)
    if (const NamedDecl* Usual = usualName(Special)) return print(Usual, S);
  std::string Name = D->getDeclName().getAsString();
  if (const auto* Tag = dyn_cast<TagDecl>(D); Tag != nullptr && Name.empty() && Tag->getTypedefNameForAnonDecl())
    Name = Tag->getTypedefNameForAnonDecl()->getName().str();
  const std::string Scope = scopeOf(D->getDeclContext(), S);
  if (Special != nullptr)
    Name += print(Special->getSpecializedTemplate()->getTemplateParameters(), Special->getTemplateArgs().asArray(),
                  D->getASTContext(), S);
  return Scope + Name;
}

std::string printParameters(const FunctionProtoType* Function, Style S) {
  std::vector<std::string> Parameters;
  for (const QualType Parameter : Function->param_types()) Parameters.push_back(print(Parameter, "", S));
  if (Function->isVariadic()) Parameters.push_back("...");
  std::string Text = "(" + llvm::join(Parameters, ", ") + ")";
  if (Function->isConst()) Text += " const";
  if (Function->getRefQualifier() != RQ_None) Text += Function->getRefQualifier() == RQ_LValue ? " &" : " &&";
  if (Function->isNothrow()) Text += " noexcept";
  return Text;
}

// C++ declarators read inside out: `Declarator` is what has been said already.
std::string print(QualType Type, const std::string& Declarator, Style S) {
  Type = Type.getCanonicalType();
  const std::string Const = Type.isLocalConstQualified() ? "const " : "";
  const std::string Volatile = Type.isLocalVolatileQualified() ? "volatile " : "";
  const auto nested = [&](QualType Inner, const std::string& Sign) {
    const bool Wrap = Inner->isFunctionType() || Inner->isArrayType();
    const std::string Whole = Sign + (Const.empty() ? "" : "const") + Declarator;
    return print(Inner, Wrap ? "(" + Whole + ")" : Whole, S);
  };
  // T* and T& stick to the type, as in the rest of the generated code.
  if (const auto* Pointer = Type->getAs<PointerType>()) return nested(Pointer->getPointeeType(), "*");
  if (const auto* Reference = Type->getAs<LValueReferenceType>()) return nested(Reference->getPointeeType(), "&");
  if (const auto* Reference = Type->getAs<RValueReferenceType>()) return nested(Reference->getPointeeType(), "&&");
  if (const auto* Member = Type->getAs<MemberPointerType>()) {
    const QualType To = Member->getPointeeType();
    const std::string Of = print(cast<NamedDecl>(Member->getMostRecentCXXRecordDecl()), S) + "::*";
    // The name of a class would take the :: that follows for its own.
    if (S == Style::Code && To->getAsTagDecl() != nullptr)
      return print(To, " (" + Of + (Const.empty() ? "" : "const") + Declarator + ")", S);
    return nested(To, " " + Of);
  }
  if (const auto* Array = dyn_cast<ConstantArrayType>(Type.getTypePtr()))
    return Const +
           print(Array->getElementType(), Declarator + "[" + llvm::toString(Array->getSize(), 10, false) + "]", S);
  if (const auto* Function = Type->getAs<FunctionProtoType>()) {
    const std::string Text = Declarator + printParameters(Function, S);
    return print(Function->getReturnType(), (Text.empty() || Text[0] == ' ' ? "" : " ") + Text, S);
  }
  if (const auto* Tag = Type->getAsTagDecl()) return Const + Volatile + print(cast<NamedDecl>(Tag), S) + Declarator;
  PrintingPolicy Policy{LangOptions()};
  Policy.Bool = true;
  Policy.SuppressTagKeyword = true;
  if (Type->isNullPtrType()) return Const + (S == Style::Code ? "::std::nullptr_t" : "std::nullptr_t") + Declarator;
  return Const + Volatile + Type.getUnqualifiedType().getAsString(Policy) + Declarator;
}

bool isNameableArgument(const TemplateArgument& Argument) {
  if (isObject(Argument)) return printObject(Argument, Style::Code).has_value();
  switch (Argument.getKind()) {
    case TemplateArgument::Type:
      return isNameable(Argument.getAsType());
    case TemplateArgument::Declaration:
      return isNameable(Argument.getAsDecl());
    case TemplateArgument::Pack:
      return llvm::all_of(Argument.pack_elements(), isNameableArgument);
    default:
      return true;
  }
}

}  // namespace

std::string spell(const TemplateArgument& Argument) { return print(Argument, Style::Code); }

std::string spell(QualType Type) { return print(Type, "", Style::Code); }

std::string spell(const NamedDecl* D) {
  std::string Text = print(D, Style::Code);
  if (const auto* Function = dyn_cast<FunctionDecl>(D)) Text += printArguments(Function, Style::Code);
  return Text;
}

QualType pointerTo(const FunctionDecl* Function) {
  const ASTContext& Context = Function->getASTContext();
  const auto* Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method == nullptr || Method->isStatic()) return Context.getPointerType(Function->getType());
  return Context.getMemberPointerType(Function->getType(), std::nullopt, Method->getParent());
}

std::string spellParameters(const FunctionDecl* Function) {
  std::string Text = printParameters(Function->getType()->castAs<FunctionProtoType>(), Style::Code);
  // It makes no other function.
  if (llvm::StringRef(Text).ends_with(" noexcept")) Text.resize(Text.size() - std::string_view(" noexcept").size());
  return Text;
}

std::string spellPointer(const FunctionDecl* Function) {
  Function = Function->getCanonicalDecl();
  const std::string Name = "&" + spell(Function);
  // One of several: the type says which.
  unsigned Others = 0;
  for (const NamedDecl* Found : Function->getDeclContext()->getRedeclContext()->lookup(Function->getDeclName()))
    if (isa<FunctionDecl>(Found) || isa<FunctionTemplateDecl>(Found)) ++Others;
  if (Others < 2) return Name;
  return "static_cast<" + spell(pointerTo(Function)) + ">(" + Name + ")";
}

bool hasValueOnly(const ValueDecl* D) {
  const auto* Variable = dyn_cast<VarDecl>(D);
  return Variable != nullptr && Variable->isStaticDataMember() && !Variable->isInline() &&
         Variable->getType().isConstQualified() && Variable->getType()->isIntegralOrEnumerationType() &&
         Variable->getDefinition() == nullptr;
}

std::string spellCall(const FunctionDecl* Function) {
  if (const auto* Conversion = dyn_cast<CXXConversionDecl>(Function))
    return "::run::Constructor<" + spell(Conversion->getConversionType().getNonReferenceType().getUnqualifiedType()) +
           ", " + spell(cast<NamedDecl>(Conversion->getParent())) + ">";
  return "::run::Fn<" + spellPointer(Function) + ">";
}

std::string readableName(const NamedDecl* D) {
  std::string Text = print(D, Style::Readable);
  if (const auto* Function = dyn_cast<FunctionDecl>(D)) Text += printArguments(Function, Style::Readable);
  return Text;
}

std::string templateArguments(const NamedDecl* D) {
  if (const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(D))
    return print(Special->getSpecializedTemplate()->getTemplateParameters(), Special->getTemplateArgs().asArray(),
                 D->getASTContext(), Style::Readable);
  const auto* Function = dyn_cast<FunctionDecl>(D);
  return Function == nullptr ? "" : printArguments(Function, Style::Readable);
}

std::string readableName(QualType Type) { return print(Type, "", Style::Readable); }

bool isHiddenFriend(const FunctionDecl* Function) {
  return llvm::all_of(Function->redecls(), [](const FunctionDecl* Declared) {
    return Declared->getFriendObjectKind() != Decl::FOK_None;
  });
}

bool isNameable(const NamedDecl* D) {
  if (const auto* Function = dyn_cast<FunctionDecl>(D); Function != nullptr && isHiddenFriend(Function)) return false;
  if (const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(D))
    if (!llvm::all_of(Special->getTemplateArgs().asArray(), isNameableArgument)) return false;
  for (const Decl* Part = D; Part != nullptr;) {
    if (Part->getAccess() == AS_private || Part->getAccess() == AS_protected) return false;
    const DeclContext* Scope = Part->getDeclContext();
    if (Scope->isFunctionOrMethod()) return false;
    if (const auto* Tag = dyn_cast<TagDecl>(Part); Tag != nullptr && !Tag->hasNameForLinkage()) {
      const FieldDecl* Member = memberOf(Tag);
      if (Member == nullptr || Member->getAccess() == AS_private || Member->getAccess() == AS_protected) return false;
    }
    // What compilers make by themselves, va_list's class, each calls as it likes.
    if (isa<TagDecl>(Part) && Part->isImplicit() && Scope->isTranslationUnit()) return false;
    Part = dyn_cast<TagDecl>(Scope);
  }
  return hiddenBy(D) == nullptr;
}

bool isNameable(QualType Type) {
  Type = Type.getCanonicalType();
  if (!Type->getPointeeType().isNull()) return isNameable(Type->getPointeeType());
  if (const ArrayType* Array = Type->getAsArrayTypeUnsafe()) return isNameable(Array->getElementType());
  if (const auto* Function = Type->getAs<FunctionProtoType>())
    return isNameable(Function->getReturnType()) &&
           llvm::all_of(Function->param_types(), [](QualType Parameter) { return isNameable(Parameter); });
  if (const auto* Tag = Type->getAsTagDecl()) return isNameable(cast<NamedDecl>(Tag));
  return !Type->isDependentType();
}

}  // namespace autoconvert
