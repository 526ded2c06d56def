#include "client/cli/error_words.h"

#include <QHash>
#include <QStringList>

namespace vb::client::cli {

QString wordsOf(const QString& errorName, const QString& detail) {
  static const QHash<QString, QString> words{
      {"bad_field", "a field is missing, too short or not allowed"},
      {"too_large", "it is too long"},
      {"not_found", "it does not exist, or may not be seen"},
      {"forbidden", "this is not allowed"},
      {"conflict", "it was changed meanwhile, or is on its way already"},
      {"already_sending", "it is on its way to the server, or there already"},
      {"id_reused", "the server knows another text under this id; edit it to send it anew"},
      {"personal_data", "the server saw what looks like a citizen service number (BSN)"},
      {"bad_credentials", "e-mail address and password do not belong together"},
      {"unauthorized", "the sign-in is no longer good"},
      {"too_many_requests", "too many attempts; try again later"},
      {"registration_closed", "accounts are made by the operator only"},
      {"read_only", "the server cannot store anything now"},
      {"unavailable", "the server is starting, stopping or overloaded"},
      {"version_unsupported", "the server speaks another version; this program needs an update"},
      {"network", "the server cannot be reached"},
      {"captive_portal", "something answered that is not the server; sign in to the network first"},
      {"untrusted_peer", "the server is not to be trusted (address, certificate or account); nothing was sent"},
      {"disk_full", "the disk of this computer is full"},
      {"io_failed", "a file of the profile cannot be read or written"},
      {"unsupported", "there is no text in a file of this type"},
      {"encrypted", "the file is protected with a password"},
      {"damaged", "the file is damaged"},
      {"not_here", "its content is not on this computer"},
      {"newer_schema", "a newer version of the program wrote this profile; nothing was touched"},
  };
  const QString said = words.value(errorName, errorName);
  return detail.isEmpty() ? said : QStringLiteral("%1 (%2)").arg(said, detail);
}

ExitCode exitOf(const QString& errorName) {
  static const QStringList unreachable{"network", "captive_portal", "untrusted_peer", "unavailable"};
  static const QStringList local{"disk_full", "io_failed", "newer_schema"};
  if (unreachable.contains(errorName)) return kNoConnection;
  if (errorName == QLatin1String("unauthorized")) return kNotSignedIn;
  return local.contains(errorName) ? kLocalStorage : kRefused;
}

}  // namespace vb::client::cli
