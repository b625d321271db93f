// arguments => the list of run::Parameter that tells a program of them.
#include <cstdio>

#include "Emit.h"

namespace autoconvert {

std::string quotedText(const std::string& Text) {
  std::string Result = "\"";
  for (const char C : Text) {
    const auto Byte = static_cast<unsigned char>(C);
    if (C == '"' || C == '\\') {
      Result += '\\';
      Result += C;
    } else if (C == '?') {
      Result += "\\?";  // no trigraphs
    } else if (Byte < 0x20 || Byte == 0x7f) {
      char Octal[8];
      std::snprintf(Octal, sizeof Octal, "\\%03o", static_cast<unsigned>(Byte));
      Result += Octal;
    } else {
      Result += C;
    }
  }
  return Result + "\"";
}

std::string joined(const std::vector<std::string>& Parts, const std::string& Separator) {
  std::string Text;
  for (const std::string& Part : Parts) Text += (Text.empty() ? "" : Separator) + Part;
  return Text;
}

static std::string defaultValue(const ir::TargetArgument& A) {
  const std::string Type = A.IsDefaultOfClass ? "::run::Config<" + A.Types.front() + ">" : A.Types.front();
  return "::run::value<" + Type + ">(" + A.DefaultValue + ")";
}

std::string emitInitial(const ir::Target& T) {
  std::string Cases;
  for (unsigned I = 0; I < T.Arguments.size(); ++I)
    if (T.Arguments[I].IsDefaultOfObject)
      Cases += "      case " + std::to_string(I) + ":\n        return " + defaultValue(T.Arguments[I]) + ";\n";
  if (Cases.empty()) return {};
  return "  static ::run::Value initial(::std::size_t member) {\n    auto object = " + T.Callee +
         "();\n    switch (member) {\n" + Cases + "      default:\n        return {};\n    }\n  }\n";
}

std::string emitParameters(const std::vector<ir::TargetArgument>& Arguments) {
  if (Arguments.empty()) return {};
  std::string Out = "  static constexpr ::run::Parameter parameters[] = {\n";
  for (unsigned I = 0; I < Arguments.size(); ++I) {
    const ir::TargetArgument& A = Arguments[I];
    const std::string Types = joined(A.Types);
    Out += std::string("      ::run::") + ir::wordFor(A.What) + "<" +
           (A.Bits == 0 ? Types : "::run::Bits<" + Types + ", " + std::to_string(A.Bits) + ">") + ">(" +
           quotedText(A.Name);
    if (!A.DefaultText.empty() || !A.DefaultValue.empty() || !A.Doc.empty() || !A.Tags.empty()) {
      std::vector<std::string> Known;
      if (!A.DefaultText.empty()) Known.push_back(".text = " + quotedText(A.DefaultText));
      if (!A.DefaultValue.empty())
        Known.push_back(A.IsDefaultOfObject ? ".value = {initial, " + std::to_string(I) + "}"
                                            : ".value = [] { return " + defaultValue(A) + "; }");
      if (!A.Doc.empty()) Known.push_back(".doc = " + quotedText(A.Doc));
      if (!A.Tags.empty()) Known.push_back(".tags = " + quotedText(joined(A.Tags, ",")));
      const std::size_t Line = Out.rfind('\n') + 1;
      const std::string OneLine = ", {" + joined(Known) + "}";
      // A long default goes on a line of its own.
      Out += Out.size() - Line + OneLine.size() <= 116 ? OneLine
                                                       : ",\n          {" + joined(Known, ",\n           ") + "}";
    }
    Out += ")";
    if (A.IsField) Out += ".and_field()";
    if (A.IsDefaultOfSome) Out += ".with_default_of_some()";
    Out += ",\n";
  }
  return Out + "  };\n";
}

}  // namespace autoconvert
