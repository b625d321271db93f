"""Constructs that no recipe may contain, each planted into a random accepted recipe."""
import grammar

# What is planted as a statement; {o} is a local object, {n} a number in its name.
STATEMENTS = [
    ("run-control-flow", "if (counted_values > 1) return {again};"),
    ("run-control-flow", "for (int i{n} = 0; i{n} < 2; ++i{n}) counted_values += i{n};"),
    ("run-control-flow", "while (counted_values < 0) ++counted_values;"),
    ("run-control-flow", "do ++counted_values; while (counted_values < 0);"),
    ("run-control-flow", "switch (counted_values) {{ default: break; }}"),
    ("run-control-flow", "[[maybe_unused]] const int planted{n} = counted_values > 1 ? 1 : 2;"),
    ("run-exception", "if constexpr (false) throw 1;"),
    ("run-exception", "try {{ ++counted_values; }} catch (...) {{}}"),
    ("run-lambda", "[[maybe_unused]] const auto planted{n} = [] {{ return 1; }};"),
    ("run-local-class", "struct Planted{n} {{ int x; }};"),
    ("run-local-class", "enum class Planted{n} {{ a, b }};"),
    ("run-local-function", "int planted{n}(int);"),
    ("run-raw-new", "[[maybe_unused]] const int* planted{n} = new int(3);"),
    ("run-static-local", "[[maybe_unused]] static int planted{n} = 3;"),
    ("run-asm", 'asm("");'),
    ("run-value-of-configured", "[[maybe_unused]] const int planted{n} = 2 * counted(1);"),
    ("run-member-call", "{o}.poke();"),
    ("run-operator", "{o} += 1;"),
    ("run-attribute", None),
    ("run-recipe-kind", None),
]


def planted(random, classes, recipes):
    program = grammar.Program(random, classes, recipes)
    program.classes.append(grammar.Class("Plain", False, False, [grammar.Member("size", grammar.Type("int"), "parameter", "1")]))
    parts = [program.head(), "inline int counted_values = 0;\n\n"]
    for number, recipe in enumerate(program.recipes):
        id, statement = random.choice(STATEMENTS)
        text = recipe.text()
        if id == "run-attribute":
            lines = text.split("\n")
            lines[0] = lines[0].replace("[[run::autoconvert]]", "[[run::autoconvert(partially)]]") + f"  // planted: {id}"
        elif id == "run-recipe-kind":
            lines = text.split("\n") + [f"[[run::autoconvert]] inline void nothing{number}() {{}}  // planted: {id}", ""]
        else:
            lines = text.split("\n")
            again = lines[-3].strip().removeprefix("return ").removesuffix(";")
            at = random.randint(1, len(lines) - 3)
            if "{again}" in statement:
                at = len(lines) - 3
            if "{o}" in statement:
                lines.insert(at, f"  Plain plain{number}(3);")
                at += 1
            said = statement.format(n=number, o=f"plain{number}", again=again)
            lines.insert(at, f"  {said}  // planted: {id}")
        parts.append("\n".join(lines) + "\n")
    return "".join(parts) + "}  // namespace law\n\n#include \"program.run.h\"\n"
