#include "Ir.h"

namespace autoconvert::ir {

namespace {

const char* nameOf(Expression::Kind Kind) {
  switch (Kind) {
    case Expression::Kind::Source:
      return "source";
    case Expression::Kind::Node:
      return "node";
    case Expression::Kind::Braces:
      return "braces";
    case Expression::Kind::Container:
      return "container";
    case Expression::Kind::Call:
      return "call";
    case Expression::Kind::Typed:
      return "typed";
    case Expression::Kind::Cast:
      return "cast";
    case Expression::Kind::Word:
      return "word";
    case Expression::Kind::Assign:
      return "assign";
    case Expression::Kind::Set:
      return "set";
    case Expression::Kind::Path:
      return "path";
    case Expression::Kind::Change:
      return "change";
    case Expression::Kind::Invoke:
      return "invoke";
  }
  return "";
}

std::string print(const Extent& E) { return "[" + std::to_string(E.Begin) + ", " + std::to_string(E.End) + ")"; }

void print(const Expression& E, unsigned Depth, const std::string& Label, std::string& Out) {
  Out += std::string(Depth * 2, ' ') + Label + nameOf(E.What) + " " + print(E.Where);
  if (!E.Text.empty()) Out += " " + E.Text;
  if (!E.Overload.empty()) Out += " " + E.Overload;
  Out += "\n";
  for (const Named& Argument : E.Arguments) print(Argument.Of, Depth + 1, "." + Argument.Name + " = ", Out);
  for (const Named& Setting : E.Settings) print(Setting.Of, Depth + 1, "with ." + Setting.Name + " = ", Out);
  for (const Expression& Part : E.Parts) print(Part, Depth + 1, "", Out);
}

}  // namespace

static void callByName(Expression& E, const std::set<std::string>& CalleeIds) {
  if (CalleeIds.contains(E.CalleeId)) E.Text = E.Callee;
  for (Named& Argument : E.Arguments) callByName(Argument.Of, CalleeIds);
  for (Named& Setting : E.Settings) callByName(Setting.Of, CalleeIds);
  for (Expression& Part : E.Parts) callByName(Part, CalleeIds);
}

void callByName(Recipe& R, const std::set<std::string>& CalleeIds) {
  for (Change& C : R.Changes) {
    callByName(C.By, CalleeIds);
    for (Local& L : C.Declared.All) callByName(L.Value, CalleeIds);
  }
}

const char* wordFor(TargetArgument::Kind Kind) {
  switch (Kind) {
    case TargetArgument::Kind::Parameter:
      return "parameter";
    case TargetArgument::Kind::Member:
      return "member";
    case TargetArgument::Kind::Field:
      return "field";
    case TargetArgument::Kind::Setter:
      return "setter";
  }
  return "";
}

std::string print(const Unit& U) {
  std::string Out;
  for (const Recipe& R : U.Recipes) {
    Out += "recipe " + R.Function + " -> " + R.Result + "\n";
    for (const Change& C : R.Changes) {
      switch (C.What) {
        case Change::Kind::Replace:
          print(C.By, 1, "replace " + print(C.Where) + " by ", Out);
          break;
        case Change::Kind::Declare:
          for (const Local& L : C.Declared.All) print(L.Value, 1, "declare " + L.Type + " " + L.Name + " = ", Out);
          break;
        case Change::Kind::Insert:
          Out += "  insert \"" + C.Inserted + "\" at " + std::to_string(C.Where.Begin) + "\n";
          break;
      }
    }
  }
  for (const Target& T : U.Targets) {
    Out += "target " + T.Type + " \"" + T.Name + "\"\n";
    for (const TargetArgument& A : T.Arguments) {
      Out += "  " + A.Name + ":";
      for (const std::string& Type : A.Types) Out += " " + Type;
      if (!A.DefaultText.empty()) Out += " = " + A.DefaultText;
      if (!A.Doc.empty()) Out += "  // " + A.Doc;
      Out += "\n";
    }
  }
  for (const Enumeration& E : U.Enumerations) Out += "enumeration " + E.Type + "\n";
  for (const FunctionName& F : U.Functions) Out += "function " + F.Pointer + " \"" + F.Name + "\"\n";
  return Out;
}

}  // namespace autoconvert::ir
