#include "server/app/facts.h"

#include "server/ops/metrics.h"

namespace vb::server::app {

std::string healthText(bool readOnly, bool stopping) {
  std::string text = R"({"status":")";
  text.append(stopping ? "stopping" : "ok").append(R"(","read_only":)").append(readOnly ? "true" : "false");
  text.append(R"(,"version":")" VRAAGBAAK_VERSION R"("})");
  return text;
}

std::string metricsOf(const net::Counters& net, const storage::Counters& storage, const storage::Meta& meta,
                      bool readOnly) {
  using ops::SampleKind;
  const auto number = [](auto value) { return static_cast<double>(value); };
  std::vector<ops::Sample> samples{
      {"connections_open", "Connections, in any stage.", SampleKind::gauge, number(net.connectionsOpen)},
      {"connections_synced", "WebSockets of signed-in users.", SampleKind::gauge, number(net.connectionsSynced)},
      {"connections_total", "Connections accepted.", SampleKind::counter, number(net.connectionsAccepted)},
      {"connections_refused_total", "Connections closed because of a limit.", SampleKind::counter,
       number(net.connectionsRefused)},
      {"upgrades_refused_total", "WebSocket handshakes refused.", SampleKind::counter, number(net.upgradesRefused)},
      {"http_requests_total", "HTTP requests, handshakes included.", SampleKind::counter, number(net.httpRequests)},
      {"frames_in_total", "Text frames received.", SampleKind::counter, number(net.framesIn)},
      {"frames_out_total", "Text frames sent.", SampleKind::counter, number(net.framesOut)},
      {"messages_out_total", "Messages in those frames.", SampleKind::counter, number(net.linesOut)},
      {"bytes_out_total", "Bytes in those frames.", SampleKind::counter, number(net.bytesOut)},
      {"content_bytes_in_total", "Bytes of documents received.", SampleKind::counter, number(net.contentBytesIn)},
      {"content_bytes_out_total", "Bytes of documents sent.", SampleKind::counter, number(net.contentBytesOut)},
      {"pushes_total", "Changes that had a live subscriber.", SampleKind::counter, number(net.pushes)},
      {"deliveries_total", "Pushes handed to a connection.", SampleKind::counter, number(net.deliveries)},
      {"lagging_total", "Connections closed because they did not keep up.", SampleKind::counter, number(net.lagging)},
      {"bad_conversations_total", "Connections closed for what they sent.", SampleKind::counter,
       number(net.badConversations)},
      {"timed_out_total", "Connections closed because a deadline passed.", SampleKind::counter, number(net.timedOut)},
      {"commits_total", "Transactions committed.", SampleKind::counter, number(storage.commits)},
      {"write_jobs_total", "Write jobs in them.", SampleKind::counter, number(storage.writeJobs)},
      {"read_jobs_total", "Read jobs.", SampleKind::counter, number(storage.readJobs)},
      {"write_failures_total", "Groups that could not be committed.", SampleKind::counter, number(storage.failures)},
      {"writes_waiting", "Write jobs waiting.", SampleKind::gauge, number(storage.writesWaiting)},
      {"wal_pages", "Pages in the write-ahead log.", SampleKind::gauge, number(storage.walPages)},
      {"commit", "Number of the newest commit.", SampleKind::gauge, number(meta.commit)},
      {"backed_up_commit", "Number of the newest commit in a verified backup.", SampleKind::gauge,
       number(meta.backedUpCommit)},
      {"read_only", "1 while nothing can be written.", SampleKind::gauge, readOnly ? 1.0 : 0.0},
  };
  const auto process = ops::processSamples();
  samples.insert(samples.end(), process.begin(), process.end());
  return ops::metricsText(samples);
}

}  // namespace vb::server::app
