// What an expression of a recipe means for the configuration: the vocabulary between the checks and the lowering.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "TargetShape.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Type.h"

namespace autoconvert {

struct Meaning;

/// An argument by name; the meanings of braces have no names.
struct NamedMeaning;

/// From an object to what it holds: a member `size`, an element `[0]`, an access that is written as it is, `.back()`.
struct PathStep;

struct Meaning {
  enum class Kind {
    Invalid,    ///< reported already
    Unset,      ///< left to the default
    Value,      ///< the text as it stands, with `Parts` replaced inside
    Braced,     ///< the text as it stands behind a type: ::std::string{3, 'x'}
    Null,       ///< nullptr
    Construct,  ///< an object: class, arguments, settings after construction
    Call,       ///< a function called when built
    Recipe,     ///< another recipe's configuration
    Ready,      ///< an expression that gives a run::Config already
    Choice,     ///< c ? x : y of configured ones: the text as it stands, with `Parts` replaced
    Local,      ///< a configured local variable
    Parameter,  ///< a configured parameter of the recipe
    Load,       ///< the value of a member of a configured local
    Place,      ///< the member itself, to be assigned
    Assign,     ///< `Parts[0]` assigned to a member: what a setter's call is; or `Settings` to members of the place
    Change,     ///< the text as it stands, with `Parts` replaced, changes the value of a place
    Changed,    ///< that value in it
    Invoke,     ///< a function of a container is called: `Method` with `Parts`
    Entry,      ///< of a map that is a copy: `Parts[0]` is the map, `Parts[1]` the key, which must be there
    Each,       ///< the head of a loop over the elements of a container; `Method` counts them
    EachKey,    ///< the same over the keys of a map; `Method` is the key, IsTyped: which nothing uses
    Elements,   ///< what a loop over copies of the elements goes over; `Method` is their type, where it must be said
    Word,       ///< `Method` as it is
    List,       ///< elements of a container
    Repeat,     ///< a container of as many copies, `Parts[0]`, of one element, `Parts[1]`
    Blank,      ///< a value of the type made from nothing
    Convert,    ///< `Parts[0]` in a static_cast, to `Method` if that is not empty
  };

  Kind What = Kind::Invalid;
  const clang::Expr* Source = nullptr;
  clang::QualType Type;   ///< of the object, the call's result, the container, the cast
  bool IsShared = false;  ///< made by std::make_shared, or held by a std::shared_ptr
  bool IsPartial = false;
  bool IsMoved = false;    ///< std::move around it
  bool IsCopy = false;     ///< Local: a copy whose parts may be shared with it
  bool IsPointee = false;  ///< Local, Load: a copy of what the shared pointer there holds; Parameter: of the object
  bool IsOnce = false;     ///< Construct, Call, Recipe: one object, of which a local has copies
  bool IsArg = false;      ///< Choice, Load: may be nothing, or a finished object; it can be passed on, as a run::Arg
  unsigned Sides = 0;      ///< Choice: between so many of the last `Parts`
  bool IsTyped = false;    ///< braces that say their type: the argument takes something else as well
  const clang::CXXRecordDecl* Class = nullptr;
  const clang::FunctionDecl* Function = nullptr;
  const clang::CXXConstructorDecl* Instance = nullptr;  ///< Construct, Local: of a constructor template, if one made it
  std::string Target;                                   ///< Construct: ::app::Layer, what a node of it is
  std::string Allocated;  ///< Local, Load: the handle of a new object that begins as this one, in std::make_shared
  std::string Overload;   ///< Construct: the parameters of the constructor, where its arguments do not tell which it is
  const clang::VarDecl* Variable = nullptr;
  std::string Method;  ///< Invoke: push_back; Place: what stands behind it; Each, Word: a variable of the converted
                       ///< recipe; Value: what a macro wrote, where the file has not the text
  std::vector<PathStep> Path;           ///< Load, Place, Assign, Invoke: members and elements from the variable on
  std::vector<NamedMeaning> Arguments;  ///< Construct, Call: in the order of Args
  std::vector<NamedMeaning> Settings;   ///< Construct: fields and setters in the order they were set
  std::vector<Meaning> Parts;           ///< Value: replaced expressions inside; List: elements; Recipe: arguments

  bool isInvalid() const { return What == Kind::Invalid; }
  bool isUnset() const { return What == Kind::Unset; }
};

struct NamedMeaning {
  std::string Name;
  Meaning Of;
  clang::QualType Taken = {};  ///< Settings: by the setter that is called
};

struct PathStep {
  std::string Name;
  std::vector<Meaning> Index = {};            ///< of an element: one value
  std::optional<ArgumentKind> Argument = {};  ///< how a member is set; nothing for an element
  std::string Which = {};                     ///< of the elements: "0", "back 2"; empty if the recipe does not say
  bool Makes = false;                         ///< m[k] of a map: makes the entry that does not exist
  unsigned Loop = 0;                          ///< that goes over them, one in each turn: when it began
};

/// What is written instead of Source.
inline Meaning word(const clang::Expr* Source, std::string Text) {
  Meaning M;
  M.What = Meaning::Kind::Word;
  M.Source = Source;
  M.Method = std::move(Text);
  return M;
}

/// One declared variable of a configured declaration statement.
struct LocalMeaning {
  const clang::VarDecl* Variable;
  std::string Type;       ///< ::run::Config<::app::Layer>; empty: the declared `auto` stays
  std::string Reference;  ///< "&", "&&" or empty
  Meaning Value;          ///< Unset: constructed without arguments
};

struct LocalGroup {
  bool IsConst = false;
  std::vector<LocalMeaning> Locals;
};

}  // namespace autoconvert
