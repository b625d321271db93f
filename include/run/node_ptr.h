// An owner of a node: a pointer that counts.
#pragma once

#include <cstddef>
#include <utility>

#include "run/fwd.h"

namespace run {

/// As a std::shared_ptr<Node>, with the count in the node: one pointer wide. Copies may be made and dropped by several
/// threads at once.
class NodePtr {
 public:
  NodePtr() = default;
  NodePtr(std::nullptr_t) {}
  /// One more owner of that node.
  explicit NodePtr(Node* node) : node_(node) {
    if (node_ != nullptr) retain(*node_);
  }
  NodePtr(const NodePtr& other) : NodePtr(other.node_) {}
  NodePtr(NodePtr&& other) noexcept : node_(std::exchange(other.node_, nullptr)) {}
  NodePtr& operator=(NodePtr other) noexcept {
    std::swap(node_, other.node_);
    return *this;
  }
  ~NodePtr() {
    if (node_ != nullptr) release(*node_);
  }

  Node* get() const { return node_; }
  Node& operator*() const { return *node_; }
  Node* operator->() const { return node_; }
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const NodePtr&) const = default;

  /// REQUIRES: not null.
  std::size_t use_count() const;  // node.h
  void reset() { *this = NodePtr(); }

 private:
  friend class Node;
  static void retain(Node& node);
  static void release(Node& node);

  Node* node_ = nullptr;
};

}  // namespace run
