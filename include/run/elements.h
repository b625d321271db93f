// The elements of lists and the entries of maps, untyped: what Ref (ref.h) and the typed handles (containers.h) are
// made of. Indexes count from the end where they are negative. Each throws Error, naming the path, where it cannot be
// done; nothing has changed then.
#pragma once

#include <cstddef>

#include "run/spot.h"

namespace run::detail {

/// Elements from `first` up to, and without, `last`.
struct Range {
  std::size_t first;
  std::size_t last;
};

std::size_t index_from_end(std::ptrdiff_t index, std::size_t count);
Range range_at(const Spot& spot, std::ptrdiff_t first, std::ptrdiff_t last);

/// The elements of a list that stands by itself, not yet in any configuration; null where it takes a closer look. What
/// becomes of such a container is no history of an argument.
Value::List* elements_alone(Node& root);
/// Adds the value where it is an element of such a list as it is. False says nothing, and leaves the value alone.
bool fill(Node& root, Value& value);

std::size_t size(const Spot& spot);
/// The number of the last element; throws Error where there is none.
std::size_t last(const Spot& spot);
void reserve(const Spot& spot, std::size_t count);

void push_back(const Spot& spot, Value value, PackedLocation where);
/// Before the element of that number; the number of elements is that of the end.
void insert(const Spot& spot, std::ptrdiff_t index, Value value, PackedLocation where);
void erase(const Spot& spot, std::ptrdiff_t index, PackedLocation where);
void erase(const Spot& spot, std::ptrdiff_t first, std::ptrdiff_t last, PackedLocation where);
/// Of a list or map.
void clear(const Spot& spot, PackedLocation where);
/// A list of copies of these elements.
Value slice(const Spot& spot, std::ptrdiff_t first, std::ptrdiff_t last);
/// Elements of a list take the place of these; the numbers may differ.
void replace(const Spot& spot, std::ptrdiff_t first, std::ptrdiff_t last, Value elements, PackedLocation where);

/// The entry of that key, made or replaced. False, and nothing is done, where it exists and `replace` is not asked for.
bool put(const Spot& spot, Value key, Value value, bool replace, PackedLocation where);
/// The entries of a map whose keys there are not.
void put_new(const Spot& spot, Value entries, PackedLocation where);
/// False where there is no such entry.
bool erase(const Spot& spot, Value key, PackedLocation where);
/// The keys of what is a map there; none where there is nothing.
Value known_keys(const Spot& place);
bool contains(const Spot& spot, Value key);
/// A list of them, in their order.
Value keys(const Spot& spot);

}  // namespace run::detail
