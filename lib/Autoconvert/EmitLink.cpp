// converted recipe => what links it to run::autoconvert<f>, and tells programs of it.
#include "Emit.h"

namespace autoconvert {

namespace {

// The arguments of a call as the converted recipe takes them; those that are not set are left to its defaults.
std::string expandFunction(const ir::Recipe& R) {
  const auto call = [&](std::size_t Count) {
    std::string Text;
    for (std::size_t I = 0; I < Count; ++I) {
      const ir::Parameter& P = R.Parameters[I];
      const std::string Name = "\"" + P.Name + "\"";
      Text +=
          (I == 0 ? "" : ", ") +
          (P.Value.empty() ? "call[" + Name + "]" : "::run::detail::recipe_value<" + P.Value + ">(call, " + Name + ")");
    }
    return "convert(" + Text + ")";
  };
  std::string Out =
      std::string("  static auto expand(const ::run::Ref&") + (R.Parameters.empty() ? "" : " call") + ") {\n";
  if (R.Required == R.Parameters.size()) return Out + "    return " + call(R.Required) + ";\n  }\n";
  Out += "    switch (::run::detail::given(call)) {\n";
  for (std::size_t Count = R.Required; Count < R.Parameters.size(); ++Count)
    Out += "      case " + std::to_string(Count) + ":\n        return " + call(Count) + ";\n";
  return Out + "      default:\n        return " + call(R.Parameters.size()) + ";\n    }\n  }\n";
}

}  // namespace

std::string emitPlace(const ir::Place& Where) {
  return "  static constexpr ::run::Location where{" + quotedText(Where.File) + ", " + std::to_string(Where.Line) +
         ", " + std::to_string(Where.Column) + "};\n";
}

std::string emitRecipeLink(const ir::Recipe& R) {
  std::string Out = "template <>\nstruct run::Recipe<" + R.Function + "> {\n";
  if (R.IsListed) {
    Out += "  static constexpr ::std::string_view name = " + quotedText(R.Name) + ";\n";
    if (!R.Doc.empty()) Out += "  static constexpr ::std::string_view doc = " + quotedText(R.Doc) + ";\n";
    Out += emitPlace({R.File, R.NameLine, R.NameColumn});
    Out += emitParameters(R.Arguments);
  }
  Out +=
      "  template <class... Arguments>\n"
      "  static auto convert(Arguments&&... arguments) {\n"
      "    return " +
      R.QualifiedName +
      "(::std::forward<Arguments>(arguments)...);\n"
      "  }\n";
  if (R.IsListed) Out += expandFunction(R);
  Out += "};\n";
  const auto remember = [&](const std::string& Variable, const std::string& Maker) {
    return "template <>\ninline const bool run::" + Variable + "<" + R.Function + "> = ::run::" + Maker + "<" +
           R.Function + ">();\n";
  };
  if (R.IsListed) Out += remember("listed", "list_recipe");
  if (R.IsExpandable) Out += remember("expandable", "register_recipe");
  return Out;
}

}  // namespace autoconvert
