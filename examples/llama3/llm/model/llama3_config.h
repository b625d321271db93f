// The shape of a Llama 3. The defaults are those of the 8B model.
#pragma once

namespace llm {

struct Llama3Config {
  /// Longest context, in tokens.
  int seq_length = 8192;
  int num_layers = 32;
  int hidden_size = 4096;
  int num_attention_heads = 32;
  /// Heads of keys and values; each serves num_attention_heads / num_query_groups heads of queries.
  int num_query_groups = 8;
  /// Width of the SwiGLU layer.
  int ffn_hidden_size = 14336;
  int vocab_size = 128256;
  /// Base of the rotary embedding's wave lengths.
  double rotary_base = 500000.0;
  double layernorm_epsilon = 1e-5;
  /// Standard deviation of the initial weights.
  double init_method_std = 0.02;
  /// Applied to what each attention and each feed forward adds.
  double dropout = 0.0;

  bool operator==(const Llama3Config&) const = default;
};

}  // namespace llm
