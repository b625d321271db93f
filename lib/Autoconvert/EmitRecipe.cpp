// converted recipe => a function in the recipe's own namespace, whose body is the recipe's text with the configured
// expressions replaced.
#include <algorithm>

#include "Emit.h"

namespace autoconvert {

namespace {

using ir::Expression;

class Renderer {
 public:
  explicit Renderer(const std::string& Text) : Source(Text) {}

  std::string render(const Expression& E) const {
    const std::string Text = plain(E);
    return E.Move.empty() ? Text : E.Move + "(" + Text + ")";
  }

  std::string render(const ir::Locals& L) const {
    std::string Out;
    for (const ir::Local& Local : L.All) {
      // Declarations of different types cannot share a statement.
      if (Out.empty())
        Out += (L.IsConst ? "const " : "") + Local.Type + Local.Reference + " ";
      else if (Local.Type == L.All.front().Type)
        Out += ", " + Local.Reference;
      else
        Out += "; " + std::string(L.IsConst ? "const " : "") + Local.Type + Local.Reference + " ";
      Out += Local.Name + initializer(Local);
    }
    return Out;
  }

  std::string render(const ir::Change& C) const {
    switch (C.What) {
      case ir::Change::Kind::Replace:
        return render(C.By);
      case ir::Change::Kind::Declare:
        return render(C.Declared);
      case ir::Change::Kind::Insert:
        return C.Inserted;
    }
    return {};
  }

  /// The source between two offsets with changes in place.
  std::string body(ir::Extent Where, const std::vector<ir::Change>& Changes) const {
    std::string Out;
    unsigned At = Where.Begin;
    for (const ir::Change& C : Changes) {
      Out.append(Source, At, C.Where.Begin - At);
      Out += render(C);
      At = C.Where.End;
    }
    Out.append(Source, At, Where.End - At);
    return Out;
  }

 private:
  // The arguments stand on lines as they do in the source, with the comments between them.
  std::string list(const std::vector<Expression>& Parts, ir::Extent Whole = {}) const {
    std::vector<Item> Items;
    for (const Expression& Part : Parts) Items.push_back({Part.Where, render(Part)});
    return laidOut(Items, Whole);
  }

  std::string named(const std::vector<ir::Named>& Arguments, ir::Extent Whole = {}) const {
    std::vector<Item> Items;
    for (const ir::Named& Argument : Arguments)
      Items.push_back({Argument.Of.Where, "." + Argument.Name + " = " + render(Argument.Of)});
    return laidOut(Items, Whole);
  }

  // One after the other: an order that the target's own need not be.
  std::string settings(const Expression& E) const {
    std::string Out;
    for (const ir::Named& Setting : E.Settings) Out += ".with({" + named({Setting}) + "})";
    return Out;
  }

  // One statement, wherever it stands.
  std::string assignments(const std::vector<Expression>& Parts) const {
    std::string Out;
    for (std::size_t I = 0; I + 1 < Parts.size(); I += 2)
      Out += (Out.empty() ? "" : ", ") + render(Parts[I]) + " = " + render(Parts[I + 1]);
    return Out;
  }

  // ({.a = 1}), (::run::overload<int>, {.a = 1}), or nothing.
  std::string arguments(const Expression& E) const {
    if (E.Arguments.empty() && E.Overload.empty()) return {};
    return "(" + (E.Overload.empty() ? "" : E.Overload + ", ") + "{" + named(E.Arguments, E.Where) + "})";
  }

  struct Item {
    ir::Extent Where;
    std::string Text;
  };

  std::string laidOut(const std::vector<Item>& Items, ir::Extent Whole) const {
    // Only where the order is the source's can its lines be followed.
    bool Follows = Whole.End > Whole.Begin;
    unsigned At = Whole.Begin;
    for (const Item& I : Items) {
      Follows = Follows && I.Where.End > I.Where.Begin && I.Where.Begin >= At && I.Where.End <= Whole.End;
      At = I.Where.End;
    }
    std::string Out;
    At = Whole.Begin;
    for (const Item& I : Items) {
      const std::string Break = Follows ? lineBreak(At, I.Where.Begin) : "";
      const auto [Behind, InFront] =
          Follows && Break.empty() ? comments(At, I.Where.Begin) : std::pair<std::string, std::string>();
      if (!Out.empty()) Out += Behind + (Break.empty() ? ", " : ",") + InFront;
      Out += Break + I.Text;
      At = I.Where.End;
    }
    if (Follows) {
      const std::string Break = lineBreak(At, Whole.End);
      Out += Break.empty() ? comments(At, Whole.End).first : Break;
    }
    return Out;
  }

  // The comments of a stretch on one line, those before its comma and those behind.
  std::pair<std::string, std::string> comments(unsigned Begin, unsigned End) const {
    std::string Behind;
    std::string InFront;
    bool IsBehind = true;
    for (unsigned I = Begin; I < End; ++I) {
      if (Source[I] == '"' || Source[I] == '\'') return {};  // a literal, not a gap
      if (Source[I] == ',') IsBehind = false;
      if (Source.compare(I, 2, "/*") != 0) continue;
      const std::size_t Close = Source.find("*/", I + 2);
      if (Close == std::string::npos || Close + 2 > End) return {};
      const std::string Comment = Source.substr(I, Close + 2 - I);
      (IsBehind ? Behind : InFront) += IsBehind ? " " + Comment : Comment + " ";
      I = static_cast<unsigned>(Close) + 1;
    }
    return {Behind, InFront};
  }

  // The comments and the last indentation of a stretch that holds a line break; nothing if it holds none.
  std::string lineBreak(unsigned Begin, unsigned End) const {
    std::string Out;
    bool HasBreak = false;
    for (unsigned I = Begin; I < End; ++I) {
      if (Source[I] == '"' || Source[I] == '\'') return {};  // a literal, not a gap
      if (Source[I] == '/' && I + 1 < End && Source[I + 1] == '/') {
        const std::size_t Line = std::min<std::size_t>(Source.find('\n', I), End);
        Out += (Out.empty() || Out.back() != ' ' ? "  " : "") + Source.substr(I, Line - I);
        I = static_cast<unsigned>(Line) - 1;
      } else if (Source[I] == '/' && I + 1 < End && Source[I + 1] == '*') {
        const std::size_t Close = Source.find("*/", I + 2);
        if (Close == std::string::npos || Close + 2 > End) return {};
        Out += " " + Source.substr(I, Close + 2 - I) + " ";
        I = static_cast<unsigned>(Close) + 1;
      } else if (Source[I] == '\n') {
        HasBreak = true;
        Out += '\n';
        while (I + 1 < End && (Source[I + 1] == ' ' || Source[I + 1] == '\t')) Out += Source[++I];
      }
    }
    return HasBreak ? Out : std::string();
  }

  std::string source(const Expression& E) const {
    std::vector<const Expression*> Parts;
    for (const Expression& Part : E.Parts) Parts.push_back(&Part);
    std::sort(Parts.begin(), Parts.end(),
              [](const Expression* A, const Expression* B) { return A->Where.Begin < B->Where.Begin; });
    std::string Out;
    unsigned At = E.Where.Begin;
    for (const Expression* Part : Parts) {
      Out.append(Source, At, Part->Where.Begin - At);
      Out += render(*Part);
      At = Part->Where.End;
    }
    Out.append(Source, At, E.Where.End - At);
    return Out;
  }

  // The elements of a container. A single handle or value in braces, or an empty container, could be taken for a copy
  // of the whole: the type tells.
  std::string content(const Expression& E) const {
    const std::string Braces = "{" + list(E.Parts, E.Where) + "}";
    if (E.Parts.size() != 1) return Braces;
    const Expression::Kind Only = E.Parts.front().What;
    const bool IsHandle = Only == Expression::Kind::Word || Only == Expression::Kind::Source ||
                          Only == Expression::Kind::Path || Only == Expression::Kind::Call ||
                          Only == Expression::Kind::Container || Only == Expression::Kind::Set ||
                          (Only == Expression::Kind::Braces && E.Parts.front().Parts.empty());
    // Rewritten text says run::Config where that is enough.
    const std::string Config = "run::Config<";
    const std::size_t At = E.Text.compare(0, 2, "::") == 0 ? 2 : 0;
    const bool IsConfig = E.Text.compare(At, Config.size(), Config) == 0;
    return IsHandle && IsConfig ? E.Text.substr(0, At) + "run::Arg<" + E.Text.substr(At + Config.size()) + Braces
                                : Braces;
  }

  std::string plain(const Expression& E) const {
    switch (E.What) {
      case Expression::Kind::Source:
        return source(E);
      case Expression::Kind::Node: {
        const std::string Given = arguments(E);
        return E.Text + (Given.empty() ? "()" : Given) + settings(E);
      }
      case Expression::Kind::Braces:
        // Empty braces would leave the argument unset.
        return E.Parts.empty() ? E.Text + "{}" : "{" + list(E.Parts, E.Where) + "}";
      case Expression::Kind::Container:
        return E.Parts.empty() ? E.Text + "()" : E.Text + "(" + content(E) + ")";
      case Expression::Kind::Call:
        return E.Text + "(" + list(E.Parts, E.Where) + ")" + settings(E);
      case Expression::Kind::Typed:
        return E.Text + source(E);
      case Expression::Kind::Cast:
        return "static_cast<" + E.Text + ">(" + list(E.Parts) + ")" + settings(E);
      case Expression::Kind::Word:
        return E.Text;
      case Expression::Kind::Set:
        return E.Text + settings(E);
      case Expression::Kind::Assign:
        return assignments(E.Parts);
      case Expression::Kind::Path: {
        std::string Out;
        for (const Expression& Part : E.Parts) Out += render(Part);
        return Out;
      }
      case Expression::Kind::Change:
        return render(E.Parts[0]) + ".change([&](" + E.Text + "& autoconvert_value) { " + render(E.Parts[1]) + "; })";
      case Expression::Kind::Invoke:
        return render(E.Parts[0]) + "." + E.Text + "(" + list({E.Parts.begin() + 1, E.Parts.end()}, E.Where) + ")";
    }
    return {};
  }

  // Type name({…}) rather than Type name = Type({…}).
  std::string initializer(const ir::Local& Local) const {
    const Expression& E = Local.Value;
    if (E.Move.empty() && E.Settings.empty() && E.Text == Local.Type && Local.Reference.empty()) {
      if (E.What == Expression::Kind::Node) return arguments(E);
      if (E.What == Expression::Kind::Container) return E.Parts.empty() ? "" : "(" + content(E) + ")";
    }
    return " = " + render(E);
  }

  const std::string& Source;
};

std::string openNamespaces(const std::vector<ir::Namespace>& Namespaces) {
  std::string Out;
  for (const ir::Namespace& Namespace : Namespaces)
    Out += std::string(Namespace.IsInline ? "inline " : "") + "namespace " +
           (Namespace.Name.empty() ? "" : Namespace.Name + " ") + "{\n";
  return Out;
}

std::string closeNamespaces(const std::vector<ir::Namespace>& Namespaces) {
  std::string Out;
  for (auto At = Namespaces.rbegin(); At != Namespaces.rend(); ++At)
    Out += "}  // namespace" + (At->Name.empty() ? "" : " " + At->Name) + "\n";
  return Out;
}

bool isHidden(const ir::Recipe& R) {
  return std::any_of(R.Namespaces.begin(), R.Namespaces.end(),
                     [](const ir::Namespace& Namespace) { return Namespace.Name.empty(); });
}

std::string listed(const std::vector<ir::Parameter>& Parameters) {
  std::string Text;
  for (const ir::Parameter& P : Parameters) {
    Text += (Text.empty() ? "" : ", ") + P.Text;
    if (P.Default) Text += " = " + Renderer(*P.Source).render(*P.Default);
    if (!P.DefaultText.empty()) Text += " = " + P.DefaultText;
  }
  return Text;
}

// The converted function of a static member or of an instance stands in a class, where its names mean the same: derived
// from the member's class, one within the other as the classes are; with the template's arguments by name.
std::string openClass(const ir::Recipe& R) {
  std::string Out;
  const std::string Outer = R.Scope.substr(0, R.Scope.find(':'));
  for (std::size_t I = 0; I == 0 || I < R.Classes.size(); ++I)
    Out += "struct " + (I == 0 ? Outer : "inner") + (R.Classes.empty() ? "" : " : " + R.Classes[I]) + " {\n";
  for (const std::string& Binding : R.Bindings) Out += "  " + Binding + "\n";
  return Out;
}

std::string closeClass(const ir::Recipe& R) {
  std::string Out;
  for (std::size_t I = 0; I == 0 || I < R.Classes.size(); ++I) Out += "};\n";
  return Out;
}

std::string head(const ir::Recipe& R, const std::vector<ir::Parameter>& Parameters, bool IsInline) {
  std::string Prefix = IsInline ? "inline " : "";
  if (isHidden(R)) Prefix = "[[maybe_unused]] " + Prefix;
  return Prefix + R.Result + " " + (R.Scope.empty() ? "" : R.Scope + "::") + R.ConvertedName + "(" +
         listed(Parameters) + ")";
}

std::string inClass(const ir::Recipe& R, const std::vector<ir::Parameter>& Parameters) {
  return "  static " + R.Result + " " + R.ConvertedName + "(" + listed(Parameters) + ")";
}

// What the body includes from beside its own file is named as that file is: the companion stands elsewhere.
std::vector<ir::Change> changesOf(const ir::Recipe& R) {
  std::vector<ir::Change> All = R.Changes;
  const std::string Folder = R.File.substr(0, R.File.rfind('/') + 1);
  for (const ir::Extent& Name : R.Beside) {
    const auto covers = [&](const ir::Change& C) { return C.Where.Begin < Name.End && Name.Begin < C.Where.End; };
    if (std::any_of(R.Changes.begin(), R.Changes.end(), covers)) continue;
    ir::Change InFront;
    InFront.What = ir::Change::Kind::Insert;
    InFront.Where = {Name.Begin + 1, Name.Begin + 1};
    InFront.Inserted = Folder;
    const auto isBefore = [](const ir::Change& A, const ir::Change& B) { return A.Where.Begin < B.Where.Begin; };
    All.insert(std::upper_bound(All.begin(), All.end(), InFront, isBefore), std::move(InFront));
  }
  return All;
}

}  // namespace

std::string emitChange(const ir::Recipe& R, const ir::Change& C) { return Renderer(*R.Source).render(C); }

std::string emitRecipeDeclaration(const ir::Recipe& R) {
  const std::string Declaration = R.Scope.empty() ? head(R, R.Declared, false) + ";\n"
                                                  : openClass(R) + inClass(R, R.Declared) + ";\n" + closeClass(R);
  return openNamespaces(R.Namespaces) + Declaration + closeNamespaces(R.Namespaces);
}

std::string emitRecipeDefinition(const ir::Recipe& R, const std::string& CompanionName, unsigned LinesBefore) {
  const Renderer Render(*R.Source);
  // A class that the header declared is only added to.
  const bool IsInClass = !R.Scope.empty() && !R.IsDeclaredInHeader;
  std::string Out = openNamespaces(R.Namespaces) + (IsInClass ? openClass(R) : "");
  // What only a branch uses that this instance does not take: the compiler of the template knows both.
  const bool LeavesUnused =
      std::any_of(R.Changes.begin(), R.Changes.end(), [](const ir::Change& C) { return C.IsDropped; });
  if (LeavesUnused)
    Out +=
        "#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Wunused-parameter\"\n"
        "#pragma GCC diagnostic ignored \"-Wunused-variable\"\n"
        "#pragma GCC diagnostic ignored \"-Wunused-but-set-variable\"\n";
  Out += "#line " + std::to_string(R.Line) + " \"" + R.File + "\"\n";
  Out += (IsInClass ? inClass(R, R.Parameters) : head(R, R.Parameters, !R.IsInSource)) + " " +
         Render.body(R.Body, changesOf(R)) + "\n";
  // Back to this file: its own lines are counted again.
  const unsigned Lines = LinesBefore + static_cast<unsigned>(std::count(Out.begin(), Out.end(), '\n'));
  Out += "#line " + std::to_string(Lines + 2) + " \"" + CompanionName + "\"\n";
  if (LeavesUnused) Out += "#pragma GCC diagnostic pop\n";
  return Out + (IsInClass ? closeClass(R) : "") + closeNamespaces(R.Namespaces);
}

std::string emitOwnText(const ir::Recipe& R) {
  const auto blank = [](const std::string& Text) { return std::make_shared<const std::string>(Text.size(), ' '); };
  ir::Recipe Own = R;
  Own.Source = blank(*R.Source);
  Own.Beside.clear();
  for (ir::Parameter& P : Own.Parameters) {
    if (P.IsSource) P.Text.clear();
    P.DefaultText.clear();
    if (P.Source != nullptr) P.Source = blank(*P.Source);
  }
  return emitRecipeDefinition(Own, "", 0);
}

}  // namespace autoconvert
