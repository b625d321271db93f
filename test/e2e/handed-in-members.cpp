// Aggregates that recipes are handed, finished or configured: their members are read, changed and copied.
#include <run/run.h>

#include <cassert>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Log {
  int level = 0;
  bool operator==(const Log&) const = default;
};

struct Net {
  int port = 1;
  std::string name = "net";
  bool operator==(const Net&) const = default;
};

struct Options {
  int port = 80;
  std::string host = "localhost";
  std::vector<int> cpus;
  Net net;
  std::vector<Net> nets;
  std::shared_ptr<Log> log;
};

class Server {
 public:
  Server(std::string host, int port) : host_(std::move(host)), port_(port) {}
  void set_options(Options options) { options_ = std::move(options); }
  void set_other(Options options) { other_ = std::move(options); }
  void add(int n) { sum_ += n; }
  std::string state() const {
    std::string text = host_ + " " + std::to_string(port_) + " " + std::to_string(sum_);
    for (const Options* o : {&options_, &other_}) {
      text += " | " + o->host + " " + std::to_string(o->port) + " " + o->net.name + std::to_string(o->net.port);
      for (int each : o->cpus) text += " " + std::to_string(each);
      for (const Net& net : o->nets) text += " " + net.name + std::to_string(net.port);
      text += o->log == nullptr ? " -" : " " + std::to_string(o->log->level);
    }
    return text + (options_.log == other_.log ? " one" : " two");
  }
  int cpu = 0;

 private:
  std::string host_;
  int port_;
  int sum_ = 0;
  Options options_, other_;
};

[[run::autoconvert(allow_control_flow)]] Server reads(const Options& options) {
  Server server(options.host + "!", options.port + options.net.port);
  server.cpu = options.cpus.empty() ? 0 : options.cpus[0];
  return server;
}

[[run::autoconvert]] Server changes(Options options) {
  options.port += 7;
  options.net.name = options.host + options.net.name;
  options.cpus.push_back(options.port);
  Server server(options.host, options.port);
  server.set_options(options);
  return server;
}

[[run::autoconvert]] Server copies(const Options& options) {
  Options own = options;
  own.port = 9;
  own.net = Net{options.port, "own"};
  Server server("copies", own.port);
  server.set_options(options);
  server.set_other(own);
  return server;
}

[[run::autoconvert]] Server changed_between(Options options) {
  Server server("between", 0);
  server.set_options(options);
  options.host = "later";
  options.nets.push_back(Net{3, "three"});
  server.set_other(std::move(options));
  return server;
}

[[run::autoconvert]] Server elements(std::vector<Net> nets, Options&& options) {
  nets[0].port += 5;
  options.nets = nets;
  options.nets[1].name = nets[0].name + "'";
  Server server(nets.at(0).name, nets.back().port + options.nets.front().port);
  server.set_options(std::move(options));
  return server;
}

[[run::autoconvert(allow_control_flow)]] Server branches(const Options& options, int n = 2) {
  Server server(options.host, options.port);
  if (options.port > 80) server.cpu = n;
  Options other;
  for (const Net& net : options.nets) {
    other.port += net.port;
    other.nets.push_back(net);
  }
  server.set_other(other);
  return server;
}

[[run::autoconvert]] Options preset(int port) {
  Options options;
  options.port = port;
  options.log = std::make_shared<Log>(Log{port});
  options.nets = {Net{port, "a"}, Net{port + 1, "b"}};
  return options;
}

Options find_options(int port) {
  Options options;
  options.port = port;
  return options;
}

[[run::autoconvert]] Options found(int port) { return find_options(port); }

[[run::autoconvert]] Server calls(int port) {
  Options options = preset(port);
  Server server = copies(options);
  options.host = "behind";
  server.cpu = options.port;
  return server;
}

[[run::autoconvert]] Server defaults(Options options = preset(5), const Net& net = {}) {
  Server server(net.name, net.port);
  options.net = net;
  server.set_options(options);
  return server;
}

[[run::autoconvert]] std::shared_ptr<Server> pointed(Options options) {
  auto server = std::make_shared<Server>(options.host, options.net.port);
  options.net.port++;
  server->set_options(options);
  return server;
}

#include "handed-in-members.run.h"

int main() {
  Options finished;
  finished.port = 90;
  finished.host = "finished";
  finished.cpus = {4, 5};
  finished.log = std::make_shared<Log>(Log{3});
  finished.nets = {{7, "x"}, {8, "y"}};
  const auto config = run::autoconvert<preset>(81);
  const std::string before = run::to_yaml(config);

  assert(run::build(run::autoconvert<reads>(finished)).state() == reads(finished).state());
  assert(run::build(run::autoconvert<reads>(finished)).cpu == 4);
  assert(run::build(run::autoconvert<reads>(config)).state() == reads(preset(81)).state());
  assert(run::build(run::autoconvert<reads>(run::Config<Options>())).state() == reads({}).state());

  assert(run::build(run::autoconvert<changes>(finished)).state() == changes(finished).state());
  assert(run::build(run::autoconvert<changes>(config)).state() == changes(preset(81)).state());
  assert(run::build(run::autoconvert<copies>(finished)).state() == copies(finished).state());
  assert(run::build(run::autoconvert<copies>(config)).state() == copies(preset(81)).state());
  assert(run::build(run::autoconvert<changed_between>(finished)).state() == changed_between(finished).state());
  assert(run::build(run::autoconvert<changed_between>(config)).state() == changed_between(preset(81)).state());

  const std::vector<Net> nets = {{1, "one"}, {2, "two"}};
  assert(run::build(run::autoconvert<elements>(nets, Options())).state() == elements(nets, Options()).state());
  assert(run::build(run::autoconvert<elements>(nets, config)).state() == elements(nets, preset(81)).state());
  assert(run::build(run::autoconvert<branches>(finished)).state() == branches(finished).state());
  assert(run::build(run::autoconvert<branches>(finished)).cpu == 2);
  assert(run::build(run::autoconvert<branches>(config, 3)).state() == branches(preset(81), 3).state());
  assert(run::build(run::autoconvert<calls>(6)).state() == calls(6).state());
  assert(run::build(run::autoconvert<calls>(6)).cpu == 6);
  assert(run::build(run::autoconvert<defaults>()).state() == defaults().state());
  assert(run::build(run::autoconvert<defaults>(finished, Net{4, "four"})).state() ==
         defaults(finished, Net{4, "four"}).state());
  assert(run::build(run::autoconvert<pointed>(finished)).state() == pointed(finished)->state());
  assert(finished.port == 90 && run::to_yaml(config) == before);

  // What a pointer holds is copied; what a function makes has no members yet.
  run::Shared<Options> shared;
  shared->port = 70;
  assert(run::build(run::autoconvert<changes>(shared)).state() == changes(run::build(shared)).state());
  assert(shared->port == 70);
  run::Given<Options> given = config;
  given->log->level = 33;
  assert(config["log"]["level"].as<int>() == 33);  // shared, as in C++
  given->log->level = 81;
  given->port = 34;
  assert(config["port"].as<int>() == 81);
  try {
    run::autoconvert<changes>(run::autoconvert<found>(3));
    assert(false);
  } catch (const run::Error& error) {
    assert(std::string(error.what()).find("find_options is called to make it") != std::string::npos);
  }

  // What a file names has its members, too.
  auto read = run::from_yaml<run::Config<Server>>(run::to_yaml(run::autoconvert<changes>(config)));
  assert(run::build(read).state() == changes(preset(81)).state());
}
