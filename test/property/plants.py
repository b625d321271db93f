"""Constructs that no recipe may contain, each planted into a random accepted recipe."""
import grammar

# Statements; {n} is a number for names, {o} a local object of class Plain, {again} what the recipe returns.
STATEMENTS = {
    "run-control-flow": [
        "if (known_count > 1) return {again};",
        "if (const int c{n} = 3; c{n} > 1) {{ ++known_count; }} else {{ --known_count; }}",
        "for (int i{n} = 0; i{n} < 2; ++i{n}) known_count += i{n};",
        "for (const int i{n} : {{1, 2}}) known_count += i{n};",
        "while (known_count < 0) ++known_count;",
        "do ++known_count; while (known_count < 0);",
        "switch (known_count) {{ case 1: break; default: break; }}",
        "[[maybe_unused]] const int planted{n} = known_count > 1 ? 1 : 2;",
        "[[maybe_unused]] const auto planted{n} = Plain(known_count > 1 ? 1 : 2);",
        "{{ if (known_count > 1) ++known_count; }}",
        "goto done{n}; done{n}:;",
        "[[maybe_unused]] const Plain planted{n} = known_count > 1 ? Plain(1) : Plain(2);",
        "for (int k{n} = 0; const int i{n} : {{1, 2}}) known_count += i{n} + k{n};",
        "for (;;) break;",
        "if (known_count > 1) {{}}",
        "switch (const int c{n} = 3; c{n}) {{}}",
        "LAW_SAME(if (known_count > 1) ++known_count);",
        "while (true) {{ if constexpr (true) break; }}",
        "[[maybe_unused]] Plain planted{n}(1); while (known_count < 0) planted{n} = Plain(2);",
        "if (Plain planted{n}(1); known_count > 1) ++known_count;",
    ],
    "run-exception": [
        "known_count += known_count > 3 and (throw 1, true);",
        "try {{ ++known_count; }} catch (...) {{}}",
        "try {{ ++known_count; }} catch (const std::exception&) {{ ++known_count; }}",
        "try {{ [[maybe_unused]] Plain planted{n}(1); }} catch (int) {{}}",
        "static_cast<void>(known_count > 9 && (throw 2, true));",
    ],
    "run-lambda": [
        "[[maybe_unused]] const auto planted{n} = [] {{ return 1; }};",
        "[[maybe_unused]] const int planted{n} = [](int x) {{ return x; }}(3);",
        "[[maybe_unused]] const std::function<int()> planted{n} = [=]() mutable {{ return 3; }};",
        "[[maybe_unused]] const auto planted{n} = Plain([] {{ return 1; }}());",
        "[[maybe_unused]] auto planted{n} = [](auto x) {{ return x; }};",
        "std::for_each_n(&known_count, 1, [](int& x) {{ ++x; }});",
        "std::vector<int> planted{n}{{2, 1}}; std::sort(planted{n}.begin(), planted{n}.end(), [](int a, int b) "
        "{{ return a > b; }});",
        "[[maybe_unused]] auto planted{n} = [x = 3]<class T>(T y) {{ return x + y; }};",
        "std::ignore = [] {{}};",
        "Holder planted{n}; planted{n}.number = [] {{ return 3; }}();",
    ],
    "run-local-class": [
        "struct Planted{n} {{ int x; }};",
        "struct Planted{n};",
        "enum class Planted{n} {{ a, b }};",
        "enum {{ planted{n} = 3 }};",
        "union Planted{n} {{ int a; float b; }};",
        "[[maybe_unused]] struct {{ int x; }} planted{n}{{3}};",
        "using Planted{n} = struct Hidden{n} {{ int x; }};",
        "typedef enum {{ left{n} }} Planted{n};",
        "struct {{ int a; }} planted{n}; static_cast<void>(planted{n});",
    ],
    "run-local-function": ["int planted{n}(int);", "extern int planted{n};"],
    "run-raw-new": [
        "[[maybe_unused]] const int* planted{n} = new int(3);",
        "[[maybe_unused]] Plain* planted{n} = new Plain(3);",
        "[[maybe_unused]] std::unique_ptr<Plain> planted{n}(new Plain{{3}});",
        "[[maybe_unused]] const int* planted{n} = ::new int[3]{{1, 2, 3}};",
        "delete static_cast<int*>(nullptr);",
        "[[maybe_unused]] std::shared_ptr<Plain> planted{n}; planted{n}.reset(new Plain(1));",
        "std::vector<std::unique_ptr<Plain>> planted{n}; planted{n}.emplace_back(new Plain(1));",
        "Nest planted{n}; planted{n}.held.reset(new Holder);",
        "Nest planted{n}; planted{n}.held = std::shared_ptr<Holder>(new Holder{{}});",
        "[[maybe_unused]] std::unique_ptr<Plain[]> planted{n}(new Plain[2]);",
        "delete[] static_cast<int*>(nullptr);",
    ],
    "run-static-local": [
        "[[maybe_unused]] static int planted{n} = 3;",
        "[[maybe_unused]] static const Plain planted{n}(3);",
        "[[maybe_unused]] thread_local int planted{n} = 3;",
        "static constinit int planted{n} = 3; static_cast<void>(planted{n});",
        "[[maybe_unused]] static std::vector<int> planted{n}{{1}};",
        "static Holder planted{n}; static_cast<void>(planted{n});",
        "[[maybe_unused]] static const int planted{n} = known_count;",
    ],
    "run-asm": ['asm("");', 'asm volatile("" ::: "memory");'],
    "run-value-of-configured": [
        "[[maybe_unused]] const int planted{n} = 2 * counted(1);",
        "[[maybe_unused]] const bool planted{n} = counted(1) > 2 && known_count == 1;",
        "[[maybe_unused]] const std::string planted{n} = std::to_string(counted(2));",
        "[[maybe_unused]] const auto planted{n} = Plain(-counted(2));",
        "counted(3);",
        "[[maybe_unused]] const auto planted{n} = Plain(3, LAW_SUM(counted(1), 2));",
        "known_count += counted(1);",
        "static_cast<void>(counted(3));",
        "[[maybe_unused]] const std::vector<int> planted{n}(static_cast<std::size_t>(counted(2)));",
        "[[maybe_unused]] const auto planted{n} = std::max(counted(1), 3);",
        "[[maybe_unused]] const double planted{n} = std::sqrt(counted(4));",
        "std::string planted{n} = \"x\"; planted{n} += static_cast<char>(counted(1));",
        "std::vector<int> planted{n}{{1, 2}}; planted{n}[0] += counted(1);",
        "[[maybe_unused]] const bool planted{n} = !counted(1);",
        "[[maybe_unused]] const auto planted{n} = static_cast<double>(counted(1)) / 2;",
        "[[maybe_unused]] const int planted{n} = counted(counted(1)) + 1;",
    ],
    "run-member-call": [
        "{o}.poke();",
        "{o}.add_part(3);",
        "{o}.resize(1, 2);",
        "{o}.exclude(1).exclude(2);",
        "[[maybe_unused]] const int planted{n} = {o}.size();",
        "[[maybe_unused]] const int planted{n} = Plain(3).size() + 1;",
        "(({o})).poke();",
        "std::make_shared<Plain>(2)->poke();",
        "auto& r{n} = {o}; r{n}.poke();",
        "(&{o})->poke();",
        "std::vector<Plain> planted{n}{{{o}}}; planted{n}[0].poke();",
        "std::vector<Plain> planted{n}{{{o}}}; planted{n}.back().add_part(1);",
        "auto planted{n} = std::make_shared<Plain>(1); planted{n}->poke();",
        "Holder planted{n}; planted{n}.first.poke();",
        "Nest planted{n}; planted{n}.named[\"a\"].first.add_part(2);",
        "[[maybe_unused]] const int planted{n} = std::as_const({o}).size();",
        "std::optional<Plain> planted{n} = {o}; planted{n}->poke();",
        "{o}.Plain::poke();",
        "static_cast<void>({o}.sized(2));",
        "[[maybe_unused]] const auto planted{n} = Plain({o}.size());",
    ],
    "run-operator": [
        "{o} += 1;",
        "++{o};",
        "[[maybe_unused]] const bool planted{n} = {o} == Plain(3);",
        "[[maybe_unused]] const auto planted{n} = {o} << 3;",
        "[[maybe_unused]] const auto planted{n} = -{o};",
        "[[maybe_unused]] const int planted{n} = {o}[3];",
        "[[maybe_unused]] const int planted{n} = {o}(3);",
        "[[maybe_unused]] const bool planted{n} = !({o} == Plain(3));",
        "[[maybe_unused]] const bool planted{n} = {o} != Plain(2);",
        "[[maybe_unused]] const auto planted{n} = {o} << 1 << 2;",
        "{o}.operator+=(2);",
        "[[maybe_unused]] const auto planted{n} = std::vector<Plain>{{-{o}}};",
        "({o}) += 2;",
        "Holder planted{n}; planted{n}.first += 2;",
        "Holder planted{n}; planted{n}.number = planted{n}.first[1];",
    ],
    "run-reference": [
        "const Plain* planted{n} = &{o}; static_cast<void>(planted{n});",
        "[[maybe_unused]] const Pinned planted{n}{{.to = &{o}}};",
        "[[maybe_unused]] const Plain* planted{n} = std::addressof({o});",
        "[[maybe_unused]] const auto planted{n} = std::ref({o});",
        "[[maybe_unused]] const auto planted{n} = std::cref({o});",
        "[[maybe_unused]] const auto planted{n} = std::tie({o});",
        "[[maybe_unused]] Plain* const planted{n}[] = {{&{o}}};",
        "std::vector<const Plain*> planted{n}; planted{n}.push_back(&{o});",
        "Pinned planted{n}; planted{n}.to = &{o};",
        "[[maybe_unused]] const void* planted{n} = &{o};",
    ],
    "run-ambiguous-parameter": ["[[maybe_unused]] Both planted{n}(1); planted{n}.width = 3;"],
    "run-macro": [
        "[[maybe_unused]] LAW_DECLARE(planted{n});",
        "[[maybe_unused]] const std::vector<Plain> planted{n}{{Plain(LAW_AND_SECOND)}};",
    ],
    "run-unsupported": [
        "Plain(3);",
        "[[maybe_unused]] const std::tuple<Plain> planted{n}{{Plain(2)}};",
        "[[maybe_unused]] const std::tuple<Plain> planted{n} = std::make_tuple(Plain(3));",
    ],
}

# Expressions of type int that are refused wherever they stand, each once.
NUMBERS = {
    "run-control-flow": ["(known_count > 1 ? 1 : 2)", "(known_count ?: 3)", "std::max(1, known_count > 1 ? 1 : 2)"],
    "run-exception": ["(throw 1, 2)", "(static_cast<void>(0), throw 3, 1)"],
    "run-lambda": ["[] {{ return 1; }}()", "[&](auto x) {{ return x + known_count; }}(2)",
                   "std::invoke([](int x) {{ return x; }}, 3)"],
    "run-raw-new": ["*new int(3)", "*(::new int{{4}})", "*std::unique_ptr<int>(new int(3))"],
    "run-value-of-configured": ["(2 * counted(1))", "-counted(2)", "std::abs(counted(3))", "(counted(1) + 1)",
                                "LAW_SUM(1, counted(2))", "rounded(counted(1))"],
    "run-member-call": ["Plain(3).size()", "std::make_shared<Plain>(2)->size()"],
    "run-operator": ["Plain(3)[1]", "Plain(2)(4)", "(Plain(1) == Plain(2))"],
}
# Where a number may stand; {x} is it.
PLACES = [
    "[[maybe_unused]] const int planted{n} = {x};",
    "[[maybe_unused]] const int planted{n}{{{x}}};",
    "[[maybe_unused]] const Plain planted{n}({x});",
    "[[maybe_unused]] const Plain planted{n}{{1, {x}}};",
    "[[maybe_unused]] const auto planted{n} = Plain(1, 2 + {x});",
    "[[maybe_unused]] const auto planted{n} = std::make_shared<Plain>({x});",
    "[[maybe_unused]] const auto planted{n} = std::make_unique<Plain>(1, ({x}));",
    "[[maybe_unused]] const std::vector<Plain> planted{n}{{Plain(1), Plain({x})}};",
    "[[maybe_unused]] const std::vector<int> planted{n}{{1, {x}}};",
    "[[maybe_unused]] const std::map<std::string, Plain> planted{n}{{{{\"a\", Plain({x})}}}};",
    "[[maybe_unused]] const Holder planted{n}{{.first = Plain(1), .number = {x}}};",
    "[[maybe_unused]] const Holder planted{n}{{Plain({x})}};",
    "Holder planted{n}; planted{n}.number = {x};",
    "Holder planted{n}; planted{n}.first = Plain({x});",
    "Holder planted{n}; planted{n}.rest.push_back(Plain({x}));",
    "Holder planted{n}; planted{n}.rest.emplace_back(1, {x});",
    "Holder planted{n}; planted{n}.set_width({x});",
    "Holder planted{n}; planted{n}.first = given_plain(Plain({x}));",
    "[[maybe_unused]] const auto planted{n} = Plain(LAW_SAME({x}));",
    "[[maybe_unused]] const auto planted{n} = Plain(static_cast<int>({x}));",
    "{{ [[maybe_unused]] const Plain planted{n}({x}); }}",
    "if constexpr (sizeof(int) == 4) {{ [[maybe_unused]] const Plain planted{n}({x}); }}",
    "[[maybe_unused]] const int one{n} = 1, planted{n} = {x};",
    "[[maybe_unused]] const std::optional<Plain> planted{n} = Plain({x});",
    "[[maybe_unused]] const std::pair<Plain, int> planted{n}(Plain(1), {x});",
    "[[maybe_unused]] const std::string planted{n}(static_cast<std::size_t>({x}), 'x');",
    "if constexpr (const int c{n} = {x}; sizeof(int) == 4) {{ [[maybe_unused]] const Plain planted{n}(c{n}); }}",
    "[[maybe_unused]] const Nest planted{n}{{{{Plain(1), {x}}}, {{{{Plain(2), 3}}}}}};",
    "[[maybe_unused]] const Nest planted{n}{{.many = {{{{}}, {{.number = {x}}}}}}};",
    "Nest planted{n}; planted{n}.many = {{{{.first = Plain(1)}}, {{.number = {x}}}}};",
    "Nest planted{n}; planted{n}.many.push_back({{.rest = {{Plain({x})}}}});",
    "Nest planted{n}; planted{n}.named[\"a\"].rest.assign(2, Plain(1, {x}));",
    "Nest planted{n}; planted{n}.named.emplace(\"a\", Holder{{Plain(1), {x}}});",
    "Nest planted{n}; planted{n}.inner.number = planted{n}.inner.number = {x};",
    "Nest planted{n}; planted{n}.held = std::make_shared<Holder>(Holder{{.number = {x}}});",
    "[[maybe_unused]] const Plain planted{n}((known_count += 0, {x}));",
    "[[maybe_unused]] const Plain planted{n}((static_cast<void>({x}), 3));",
    "[[maybe_unused]] const Plain planted{n}(LAW_FIRST(({x}), 0));",
    "[[maybe_unused]] const Plain planted{n}(LAW_SUM(1, {x}));",
    "[[maybe_unused]] const Plain planted{n}(LAW_SAME(LAW_SAME(1 + {x})));",
    "[[maybe_unused]] const auto [planted{n}, other{n}] = std::pair{{Plain({x}), 2}};",
    "Holder planted{n}; planted{n}.number += {x};",
    "Holder planted{n}; planted{n}.number = planted{n}.number + {x};",
    "Holder planted{n}; planted{n}.rest.resize(static_cast<std::size_t>({x}));",
    "Holder planted{n}; planted{n}.rest.insert(planted{n}.rest.begin(), Plain({x}));",
    "Holder planted{n}; planted{n}.rest.insert(planted{n}.rest.end(), {{Plain(1), Plain({x})}});",
    "Holder planted{n}; auto& to{n} = planted{n}; to{n}.number = {x};",
    "std::vector<Plain> planted{n}(static_cast<std::size_t>({x}), Plain(1));",
    "std::optional<Plain> planted{n}; planted{n}.emplace({x});",
    "std::shared_ptr<Plain> planted{n}; planted{n} = std::make_shared<Plain>(1, {x});",
    "[[maybe_unused]] int planted{n} = 2; planted{n} += 3 * {x};",
    "int planted{n}[] = {{1, {x}}}; static_cast<void>(planted{n});",
    "[[maybe_unused]] const std::variant<Plain, int> planted{n} = Plain({x});",
    "[[maybe_unused]] const std::array<Plain, 2> planted{n}{{{{Plain(1), Plain({x})}}}};",
    "[[maybe_unused]] const std::tuple<Plain, int> planted{n}{{Plain(1), {x}}};",
    "Nest planted{n}; planted{n}.many.emplace_back().number = {x};",
    "Nest planted{n}; auto& to{n} = planted{n}.inner; to{n}.rest = {{Plain({x})}};",
    "Nest planted{n}; planted{n}.named.insert({{\"k\", {{.number = {x}}}}});",
    "auto planted{n} = std::make_pair(Plain({x}), 1); planted{n}.second = 2;",
    "[[maybe_unused]] const Plain one{n}(1), planted{n}({x});",
    "[[maybe_unused]] auto planted{n} = std::make_optional<Plain>({x});",
    "Holder planted{n}; (planted{n}).number = ({x});",
    "Holder planted{n}; planted{n}.rest = std::vector<Plain>(2, Plain({x}));",
    "[[maybe_unused]] const Holder planted{n} = {{Plain(1), {x}, {{}}}};",
    "Holder planted{n}; planted{n} = Holder{{.number = {x}}};",
    "Holder planted{n}; planted{n} = {{Plain({x})}};",
    "[[maybe_unused]] const int planted{n} = (static_cast<void>(1), {x});",
    "if constexpr (true) {{ if constexpr (true) {{ [[maybe_unused]] const Plain planted{n}({x}); }} }}",
    "[[maybe_unused]] const auto planted{n} = std::vector{{Plain(1), Plain({x})}};",
    "Nest planted{n}; planted{n}.inner = {{.first = Plain(1), .number = {x}}};",
    "Nest planted{n}; planted{n}.named[\"a\"] = Holder{{.rest = {{Plain(1), Plain({x})}}}};",
    "Nest planted{n}; planted{n}.held = std::make_shared<Holder>(); planted{n}.held->number = {x};",
    "std::unique_ptr<Holder> planted{n} = std::make_unique<Holder>(); planted{n}->first = Plain({x});",
    "std::map<std::string, std::vector<Plain>> planted{n}; planted{n}[\"a\"].push_back(Plain({x}));",
    "std::map<int, Plain> planted{n}; planted{n}.emplace({x}, Plain(1));",
    "std::map<int, Plain> planted{n}; planted{n}[({x})] = Plain(1);",
    "std::map<int, Plain> planted{n}; planted{n}.try_emplace(1, {x});",
    "std::vector<std::vector<Plain>> planted{n}{{{{Plain(1)}}, {{Plain({x})}}}}; planted{n}.pop_back();",
    "std::vector<int> planted{n}; planted{n}.push_back({x});",
    "Holder planted{n}; planted{n}.rest.assign({{Plain({x}), Plain(1)}});",
    "Holder planted{n}; planted{n}.number = planted{n}.number * 2 - {x};",
    "Holder planted{n}; planted{n}.rest.erase(planted{n}.rest.begin() + {x});",
    "using Alias{n} = Plain; [[maybe_unused]] const Alias{n} planted{n}({x});",
    "std::optional<Holder> planted{n}; planted{n} = Holder{{Plain(2), {x}}};",
    "auto [planted{n}, other{n}] = std::tuple{{Plain(1), {x}}}; planted{n} = Plain(3);",
    "[[maybe_unused]] const std::shared_ptr<const Plain> planted{n} = std::make_unique<Plain>({x});",
    "Plain planted{n}(1); planted{n} = Plain({x}, 2);",
    "Plain planted{n}(1), other{n}(2); planted{n} = other{n} = Plain({x});",
    "[[maybe_unused]] const std::size_t planted{n} = sizeof(int) + static_cast<std::size_t>({x});",
    "static_cast<void>(std::vector<int>{{{x}}});",
    "[[maybe_unused]] const Plain planted{n}(Plain({x}));",
    "[[maybe_unused]] const auto planted{n} = static_cast<Plain>({x});",
    "[[maybe_unused]] const Plain planted{n} = Plain{{{x}}};",
    "[[maybe_unused]] const auto planted{n} = std::move(Plain({x}));",
]
# Where a statement may stand; {s} is it.
AROUND = ["{s}"] * 6 + [
    "{{ {s} }}", "{{ {{ ; {s} }} }}", "if constexpr (sizeof(int) == 4) {{ {s} }}", "if constexpr (sizeof(int) == 4) {{ {s} }} "
    "else {{ static_assert(true); }}", "if constexpr (sizeof(int) == 5) {{}} else {{ {s} }}", "LAW_SAME({s})",
    "/* {{ */ {s}",
]

# Recipes that are refused as a whole, in one line.
RECIPES = {
    "run-recipe-kind": [
        "{a} inline void planted{n}() {{}}",
        "{a} inline Plain planted{n}(int, ...) {{ return Plain(1); }}",
        "struct Planted{n} {{ {a} Plain planted() {{ return Plain(1); }} }};",
        "struct Planted{n} {{ {a} Planted{n}() {{}} }};",
        "{a} Plain planted{n}(int);",
        "class {a} Planted{n} {{}};",
        "{a} inline int planted{n} = 3;",
        "enum class {a} Planted{n} {{ a }};",
    ],
    "run-nothing-configured": [
        "{a} inline int planted{n}() {{ return 3; }}",
        "{a} inline std::string planted{n}() {{ return \"x\"; }}",
        "{a} inline std::vector<int> planted{n}(int x) {{ return {{x, 2}}; }}",
        "{a} inline Mode planted{n}() {{ return Mode::fast; }}",
    ],
    "run-recursion": ["{a} inline std::unique_ptr<Plain> planted{n}() {{ return planted{n}(); }}"],
    "run-coroutine": ["{a} inline Task planted{n}(int x) {{ co_return x; }}"],
    "run-inaccessible": [
        "class Planted{n} {{ {a} static Plain planted() {{ return Plain(1); }} }};",
        "class Planted{n} {{ static constexpr int kHere = 3; public: {a} static Plain planted() "
        "{{ return Plain(kHere); }} }};",
        "struct Planted{n} final {{ {a} static Plain planted() {{ return Plain(1); }} }};",
    ],
    "run-reference": ["{a} inline const Plain* planted{n}() {{ Plain plain(1); return &plain; }}"],
    "run-exception": ["{a} inline Plain planted{n}() try {{ return Plain(1); }} catch (...) {{ return Plain(2); }}"],
    "run-member-call": ["{a} inline Plain planted{n}() {{ return Plain(std::invoke(&Plain::sized, Plain(2), 3)); }}"],
    "run-raw-new": ["{a} inline Plain* planted{n}() {{ return new Plain(1); }}",
                    "{a} inline std::shared_ptr<Plain> planted{n}() "
                    "{{ return std::shared_ptr<Plain>(new Plain(2)); }}"],
    "run-macro": ["LAW_RECIPE(planted{n})", "{a} inline Plain planted{n}() {{ LAW_RETURN; }}"],
    "run-local-class": ["{a} inline auto planted{n}() {{ struct Here {{ Plain plain{{}}; }}; return Here(); }}"],
    "run-unreachable-recipe": [
        "template <class T> {a} Plain planted{n}(T x) {{ return Plain(static_cast<int>(x)); }}",
        "template <int N> {a} inline std::vector<Plain> planted{n}() {{ return {{Plain(N)}}; }}",
    ],
    "run-lambda": ["{a} inline Plain planted{n}() {{ return Plain([] {{ return 1; }}()); }}"],
}


# Recipes of a file that no other one can ask for them: it includes no companion, and no header declares them.
LOST = [
    "{a} Plain lost{n}() {{ return Plain({n}); }}",
    "{a} std::unique_ptr<Plain> lost{n}(int x) {{ return std::make_unique<Plain>(x); }}",
    "{a} static std::vector<Plain> lost{n}() {{ return {{Plain(1), Plain({n})}}; }}",
    "namespace {{ {a} Plain lost{n}() {{ return Plain({n}); }} }}",
    "{a} Holder lost{n}() {{ return Holder{{.first = Plain(2), .number = {n}}}; }}",
]


def ids():
    """All that are planted."""
    return {"run-attribute", *STATEMENTS, *NUMBERS, *RECIPES}


def between(lines):
    """The numbers of the statements before which another one can stand, as the function's own."""
    open_blocks, found = 0, []
    for i, line in enumerate(lines):
        open_blocks -= line.startswith("}")
        if open_blocks == 0 and not line.startswith("}"):
            found.append(i)
        open_blocks += line.endswith("{")
    return found


def statement_of(random, is_free):
    """An id, and a statement that is refused by it."""
    known = [id for id in STATEMENTS if id != "run-control-flow" or not is_free]
    if random.random() < 0.5:
        id = random.choice([id for id in NUMBERS if id in known])
        return id, random.choice(PLACES).replace("{x}", random.choice(NUMBERS[id]))
    id = random.choice(known)
    return id, random.choice(STATEMENTS[id])


def somewhere(random, statement):
    """The statement in blocks of its own, or in what a macro is given."""
    around = random.choice(AROUND)
    is_written = around == "LAW_SAME({s})" and ("LAW_" in statement or "planted" in statement)
    if is_written:  # declarations that a macro writes are refused themselves
        return statement
    return around.replace("{{", "{").replace("}}", "}").replace("{s}", statement)


def planted(random, classes, recipes):
    """The program, whose refused lines end with `// planted: ID`."""
    program = grammar.Program(random, classes, recipes)
    for number, recipe in enumerate(program.recipes):
        choice = random.random()
        if choice < 0.2:
            id = random.choice(list(RECIPES))
            attribute = "[[run::autoconvert(allow_control_flow)]]" if id == "run-recursion" else "[[run::autoconvert]]"
            # What a header declares may be defined anywhere.
            known = [line for line in RECIPES[id] if recipe.place != "header" or not line.endswith("(int);")]
            line = random.choice(known).format(a=attribute, n=number)
            recipe.behind = f"{line}  // planted: {id}\n"
            continue
        if choice < 0.25:
            known = recipe.attribute + ", " if recipe.attribute else ""
            recipe.attribute = known + random.choice(["partially", "allow_control_flows", "inline"])
            recipe.mark = "  // planted: run-attribute"
            continue
        is_free = recipe.attribute == "allow_control_flow"
        id, statement = statement_of(random, is_free)
        lines = list(recipe.lines)
        places = between(lines)
        at = places[-1] if "{again}" in statement else random.choice(places)
        again = lines[-1].strip().removeprefix("return ").removesuffix(";")
        if "\n" in again:
            statement = statement.replace("return {again};", "++known_count;")
        said = somewhere(random, statement.format(n=number, o=f"plain{number}", again=again))
        lines.insert(at, f"{said}  // planted: {id}")
        if "{o}" in statement:
            lines.insert(at, f"Plain plain{number}(3);")
        recipe.lines = lines
    text = program.text().replace('#include "law.h"', '#include "refused.h"')
    if random.random() < 0.5:
        said = [random.choice(LOST).format(a="[[run::autoconvert]]", n=n) for n in range(random.randint(1, 3))]
        lost = "".join(line + "  // planted: run-unreachable-recipe\n" for line in said)
        text += f'//--- lost.cpp\n#include "refused.h"\n\nnamespace law {{\n\n{lost}}}  // namespace law\n'
    return text
