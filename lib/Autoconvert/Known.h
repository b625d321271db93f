// What a recipe's check knows at one point of it: of its configured locals, and of what is reached from them.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "Facts.h"
#include "SettingOrder.h"
#include "SkippedBody.h"
#include "Types.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

namespace autoconvert {

struct TargetShape;

/// A function that has been given a shared object, and looks at it.
struct SharedReader {
  std::string Pointer;                  ///< the path to it
  const clang::CXXRecordDecl* Pointee;  ///< its class
  const clang::FunctionDecl* Function;
  Reading Of;
};

/// A shared pointer to a plain value that what is made later is given.
struct HandedValue {
  const clang::Expr* Where = nullptr;
  bool MayChange = false;  ///< who was given it has a pointer to what is not const
};

/// What a loop sets of an object which it does not make itself.
struct SetInTurns {
  std::vector<PathStep> Path;
  unsigned Loop;  ///< when it began
  clang::SourceRange Where;
};

/// A configured local variable.
struct LocalState {
  Shape Is = Shape::Object;                             ///< object, shared or container
  const clang::CXXRecordDecl* Class = nullptr;          ///< of the object; null for a container
  const clang::CXXConstructorDecl* Instance = nullptr;  ///< of a constructor template that made it
  std::string Type;                                     ///< ::run::Config<::app::Layer>
  bool IsCall = false;                                  ///< made by a function when built
  const clang::FunctionDecl* Made = nullptr;            ///< by this function or recipe
  bool IsPassed = false;                                ///< what it holds has been given to others, or copied
  std::size_t Loops = 0;                                ///< that its declaration stands in
  unsigned Depth = 0;                                   ///< of branches and loops around its declaration
  bool MayShare = false;                                ///< a copy of the object has parts in common with it
  Facts Places;                                         ///< what is known of those in it; "" is the local
  llvm::StringSet<> SetInElements;              ///< the same of elements that the recipe names, "[back 1].inner"
  llvm::StringSet<> Constructed;                ///< elements that a constructor made, of others that functions make
  SettingOrder Order;                           ///< what was set and called, in order
  std::shared_ptr<const SettingOrder> Earlier;  ///< the same of the recipe that made it; null where it is not known
  std::set<const clang::VarDecl*> Holds;        ///< other locals whose shared objects it holds itself, in any case
  std::vector<SharedReader> Readers;            ///< who has seen the shared objects in it
  std::vector<SetInTurns> Turns;                ///< what may be set once more behind those
  bool IsLoaded = false;                        ///< its object is one that another place holds
  bool IsGiven = false;                         ///< it is handed in: what lies in it may be finished objects
};

/// Names that are of a copy of the plain value which lies there.
struct CopiedNames {
  const clang::VarDecl* Names;  ///< a structured binding, or what a loop gives
  const clang::VarDecl* Variable;
  std::string Path;
  std::size_t Loops;  ///< around the declaration
};

/// Whether a local smart pointer holds an object.
enum class Holds { Object, Nothing, Unknown };

/// What is known where control flow is now.
struct Flow {
  /// What a local holds.
  struct Content {
    Facts Places;
    bool IsCall = false;
    const clang::FunctionDecl* Made = nullptr;
    std::shared_ptr<const SettingOrder> Earlier;
  };
  llvm::DenseMap<const clang::VarDecl*, Holds> Pointers;            ///< all others hold an object
  llvm::DenseMap<const clang::VarDecl*, const clang::Expr*> Moved;  ///< locals that were moved from, and where
  bool IsEnded = false;                                             ///< nothing comes here: behind a return
  unsigned Block = 0;                                               ///< of statements that are executed together
  /// By variable and path, what the setter that was called last takes.
  llvm::DenseMap<const clang::VarDecl*, Facts> Called;
  /// Where control flow parts or comes together: what was set, and what is held.
  llvm::DenseMap<const clang::VarDecl*, SettingOrder> Orders;
  llvm::DenseMap<const clang::VarDecl*, Content> Contents;
};

/// What is reached from a configured local: x.inner.field, x.layers[0], or the local itself
struct Place {
  const clang::VarDecl* Variable = nullptr;
  std::vector<PathStep> Path;
  std::vector<const clang::Expr*> Indexes;      ///< of the elements in the path, in order
  clang::QualType Type;                         ///< of what is there
  const clang::CXXRecordDecl* Owner = nullptr;  ///< the class of the last member
  const clang::FieldDecl* Field = nullptr;      ///< the last member; null for an element
  std::size_t Computed = 0;       ///< the last member of the path, counted from 1, that a constructor computes
  std::size_t OuterComputed = 0;  ///< the same, without the path's last member
  bool IsInPlace = false;         ///< the member lies in an object that a constructor computes
  std::vector<const clang::CXXRecordDecl*> Through;  ///< the classes of the objects in the path
  std::vector<std::string> Pointers;                 ///< the paths to the smart pointers that it lies behind
  const clang::FieldDecl* Reader = nullptr;          ///< its initialiser reads a member in the path
  const clang::FieldDecl* Unread = nullptr;          ///< a member in the path whose default cannot be read
  const clang::FieldDecl* Unsaid = nullptr;          ///< one that begins with elements that hold finished objects
  /// The first member in the path that is no argument: its name means another one, or it has none.
  const clang::FieldDecl* Nameless = nullptr;
  const clang::FunctionDecl* NamelessMaker = nullptr;  ///< of the object that it belongs to
  const TargetShape* NamelessTarget = nullptr;         ///< that of a derived class, which a pointer there may hold
  const clang::CXXMethodDecl* Setter = nullptr;        ///< the path ends with the argument that this one sets
  const clang::FunctionDecl* Maker = nullptr;          ///< of the object that the last member or setter belongs to
};

/// What has members and setters: a local, or an object in one.
struct Holder {
  Place At;
  const clang::CXXRecordDecl* Class = nullptr;
  const clang::CXXConstructorDecl* Instance = nullptr;
  const clang::FunctionDecl* Maker = nullptr;  ///< of an object that a function makes when built
};

/// A reference `auto& r = x.inner;`: it is written as what it refers to.
struct Alias {
  Place Of;
  bool IsPointee = false;  ///< of the object that the smart pointer there holds
  bool IsLeft = false;     ///< the smart pointer holds another one by now
  /// Those that it lies in, and how much they had grown.
  std::vector<std::pair<std::vector<PathStep>, unsigned>> Containers = {};
};

}  // namespace autoconvert
