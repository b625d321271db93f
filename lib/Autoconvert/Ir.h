// Converted recipes and targets as plain values, without Clang: what `lower` makes, `print` shows and `emit` writes.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace autoconvert::ir {

/// A stretch of a source file, in bytes.
struct Extent {
  unsigned Begin = 0;
  unsigned End = 0;
};

struct Named;

/// An expression of a converted recipe.
struct Expression {
  enum class Kind {
    Source,     ///< the text of `Where`, with `Parts` in place of theirs
    Node,       ///< Text({.name = argument, …}).with({…})
    Braces,     ///< {part, part}
    Container,  ///< Text({part, part})
    Call,       ///< Text(part, part)
    Typed,      ///< Text and the source's own braces behind it
    Cast,       ///< static_cast<Text>(part)
    Word,       ///< Text
    Set,        ///< Text.with({…}).with({…})
    Assign,     ///< part = part
    Path,       ///< partpartpart: words and values, one behind the other
    Change,     ///< the second part changes the value that the first one is
    Invoke,     ///< part.Text(part, part)
  };
  Kind What = Kind::Word;
  Extent Where;  ///< in the recipe's file: what it replaces or repeats
  std::string Text;
  std::string Callee;    ///< Call of another recipe: its name, ::app::layer
  std::string CalleeId;  ///< and what tells it from every other function
  std::string Overload;  ///< Node: ::run::overload<int>, where it must be said
  std::vector<Named> Arguments;
  std::vector<Named> Settings;
  std::vector<Expression> Parts;
  std::string Move;  ///< what moves it, ::std::move; empty: it is not moved
};

struct Named {
  std::string Name;
  Expression Of;
};

/// const Type a = …, b(…)
struct Local {
  std::string Name;
  std::string Type;
  std::string Reference;
  Expression Value;
};

struct Locals {
  bool IsConst = false;
  std::vector<Local> All;
};

/// One change of the recipe's text: by an expression, by declarations, or by `Inserted`.
struct Change {
  enum class Kind { Replace, Declare, Insert };
  Kind What = Kind::Replace;
  Extent Where;
  Expression By;
  Locals Declared;
  std::string Inserted;
  bool IsDropped = false;  ///< a branch that an instance of a template does not take
};

struct Namespace {
  std::string Name;  ///< empty: unnamed
  bool IsInline = false;
};

/// A recipe's parameter: the source's text, or another type in place of the declared one.
struct Parameter {
  std::string Text;
  std::string DefaultText = {};                    ///< its default argument in the source's text, if `Text` has none
  bool IsSource = false;                           ///< `Text` is the source's
  std::string Name = {};                           ///< of the argument of a call
  std::string Value = {};                          ///< its type; empty where the recipe takes a configuration
  std::optional<Expression> Default = {};          ///< a configuration, written behind `Text`
  std::shared_ptr<const std::string> Source = {};  ///< of the file that the default argument stands in
};

/// One overload of a setter.
struct SetterCall {
  std::string Access;            ///< how to get its argument
  bool IsOfRvalue = false;       ///< only an object that is moved from has it
  bool IsDiscardNoted = false;   ///< what it returns must not be dropped without a word
  bool MakesAnother = false;     ///< what it returns takes the object's place
  std::string ListElement = {};  ///< of a std::initializer_list: what it is a list of
};

struct TargetArgument {
  enum class Kind { Parameter, Member, Field, Setter };
  Kind What = Kind::Parameter;
  std::string Name;
  std::vector<std::string> Types;
  std::string DefaultText;         ///< as the source says it
  std::string DefaultValue;        ///< an expression for any scope; empty: there is none
  bool IsDefaultOfClass = false;   ///< the expression is a configuration of that
  bool IsDefaultOfObject = false;  ///< the expression is one of `object`, to which nothing was done
  bool IsDefaultOfSome = false;    ///< Parameter: other constructors must be given it, or do not have it
  std::string Doc;                 ///< of the doc comment, its first paragraph in one line
  std::vector<std::string> Tags;   ///< of [[run::tag("…")]]
  std::string Access;              ///< how to get it: `const ::std::string&`
  std::vector<SetterCall> Calls;   ///< Setter: for each type
  std::string Member;              ///< object.Member = … or object.Member(…)
  bool IsField = false;            ///< Parameter: the member of its name can be assigned as well
  bool IsAssigned = false;         ///< Member, Field: the library assigns it: objects and arrays, whole or in part
  bool IsRenewed = false;          ///< Member, Field: compilers warn of its assignment
  unsigned Bits = 0;               ///< Member, Field: a bit-field that holds less than its type
  bool IsBehind = false;           ///< of what the object, a smart pointer, points to
};

struct Recipe {
  std::string Function;       ///< &::app::model
  std::string Name;           ///< app::model
  std::string Doc;            ///< of its doc comment, the first paragraph in one line
  std::string ConvertedName;  ///< autoconvert_model
  std::string QualifiedName;  ///< ::app::autoconvert_model
  std::vector<Namespace> Namespaces;
  std::vector<std::string> Classes;   ///< of a static member, from the outermost on: ::app::Factory
  std::vector<std::string> Bindings;  ///< of an instantiation: using T = int;
  std::string Scope;     ///< of a static member or an instantiation: the class in which its names have their meaning
  std::string Result;    ///< ::run::Config<::app::Model>
  std::string Returned;  ///< ::app::Model, by the recipe itself
  std::vector<Parameter> Parameters;  ///< of the definition, default arguments left out where a declaration has them
  std::vector<Parameter> Declared;    ///< of the declaration in a header, default arguments with it
  bool IsInSource = false;            ///< defined in the companion's source, and not in its header
  bool IsDeclaredInHeader = false;    ///< there, where it is defined in the source
  bool IsListed = false;              ///< programs can find it by name, and call it with arguments by name
  std::vector<TargetArgument> Arguments;  ///< of a call by name
  bool NamesDeprecated = false;           ///< what names the recipe itself
  bool IsExpandable = false;              ///< its calls are nodes that can be expanded
  unsigned Required = 0;                  ///< parameters without a default
  std::string File;                       ///< for #line
  unsigned Line = 0;                      ///< of the body's first line
  unsigned NameLine = 0;                  ///< where the function is named
  unsigned NameColumn = 0;
  std::shared_ptr<const std::string> Source;  ///< text of the file, which all its recipes share
  Extent Body;                                ///< braces included
  std::vector<Extent> Beside;                 ///< names of files that the body includes from its own file's folder
  std::vector<Change> Changes;                ///< in order, without overlaps
  std::set<std::string> Macros;               ///< that the text says, or asks for
};

struct Signature {
  std::vector<unsigned> Arguments;
  std::vector<std::string> Types;         ///< as the function takes them
  std::vector<std::string> ListElements;  ///< the T of a std::initializer_list<T>, else empty
  unsigned Required = 0;
  std::vector<unsigned> Ambiguous;  ///< so many arguments could be another overload's
  std::string Overload;             ///< ::run::overload<int>, if the target says overloads
};

/// Of members whose initialisers cannot be said from outside: so many are left out in each combination; of more, those
/// behind the first one that is left out.
constexpr int kMostLeftOut = 4;

/// The file's name alone, for companions say the same whatever the path.
struct Place {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;  ///< zero: not told
};

struct Target {
  std::string Identity;         ///< what its include guard is made from; empty: its type
  std::string Type;             ///< ::app::Layer or ::run::Fn<&::app::make>
  std::string Name;             ///< app::Layer, or what [[run::target("…")]] says
  std::string Qualified;        ///< app::Layer, where the name is another one
  std::string Doc;              ///< of a function: of its doc comment, the first paragraph in one line
  Place Where;                  ///< its declaration
  std::string Result;           ///< what building gives
  bool IsResultBehind = false;  ///< it is written behind the function's name only: a pointer to a function
  std::string Object;           ///< the class whose setters are called: its own, or that of what a function gives
  std::string Callee;           ///< ::app::Layer or ::app::make
  bool IsMember = false;        ///< a member function, called on what the first argument holds
  bool IsAggregate = false;
  bool FillAfter = false;
  bool IsByName = false;          ///< an aggregate whose initialisers read members: designated ones give those
  unsigned RequiredMembers = 0;   ///< of an aggregate that is not filled after
  bool LeavesMembersOut = false;  ///< of one whose braces leave out members that have no initialiser
  bool NamesDeprecated = false;   ///< the class, or an argument of it
  bool IsReadable = false;        ///< an object can be read back into arguments
  bool IsAbstract = false;        ///< only what is derived from it is made
  bool OnlyClaimsCopies = false;  ///< has a copy constructor that does not compile
  bool IsPointer = false;         ///< a smart pointer of the library's own
  bool IsInMainFile = false;
  unsigned Defined = 0;  ///< in the main file: where all that it is made from is defined
  std::vector<TargetArgument> Arguments;
  std::vector<Signature> Signatures;
  std::vector<std::string> Bases;
};

/// A function that is a value, and no target that would have its name: a member, or one that returns no object.
struct FunctionName {
  std::string Pointer;    ///< &::app::Sink::write
  std::string Identity;   ///< what its include guard is made from
  std::string Name;       ///< app::Sink::write, or what [[run::target("…")]] says
  std::string Qualified;  ///< app::Sink::write, where the name is another one
  std::string Type;       ///< of the pointer
  std::string Overload;   ///< (int) const
  bool NamesDeprecated = false;
  bool IsInMainFile = false;
  unsigned Defined = 0;  ///< in the main file: where its declaration ends
};

struct Enumeration {
  std::string Type;
  std::string Name;
  bool IsInMainFile = false;
  bool NamesDeprecated = false;
  unsigned Defined = 0;
  std::vector<std::pair<std::string, std::string>> Enumerators;  ///< name, constant
};

struct Unit {
  enum class Form {
    Header,   ///< recipes in a header
    OneFile,  ///< the source includes its companion
    Source,   ///< a .cpp whose companion source takes its place
  };
  Form What = Form::Header;
  std::string FileName;   ///< model.cpp
  std::string OwnHeader;  ///< Source, OneFile: model.h, if it includes that, whose recipes are here, too
  std::string Companion;  ///< model.run.h
  std::vector<std::string> Includes;
  std::vector<std::string> IncludesLast;  ///< behind all that the companion declares
  bool IncludesBack = false;              ///< OneFile: a header, whose companion may be included in its place
  /// OneFile: where the file includes the companion, in bytes. Each place has what is defined in front of it.
  std::vector<unsigned> Inclusions;
  std::vector<Target> Targets;
  std::vector<Enumeration> Enumerations;
  std::vector<FunctionName> Functions;
  std::vector<Recipe> Recipes;
  std::set<std::string> Macros;   ///< the user's own, as they stand at the end of the file
  std::set<std::string> Globals;  ///< the user's own variables and names of types outside of all namespaces
};

/// Calls of these recipes are calls of functions: they are no recipes any more.
void callByName(Recipe& R, const std::set<std::string>& CalleeIds);

/// `parameter`, `member`, `field`, `setter`: as in run::parameter<T>(…), and in metadata.
const char* wordFor(TargetArgument::Kind Kind);

/// A tree of what a recipe became, one node a line.
std::string print(const Unit& U);

}  // namespace autoconvert::ir
