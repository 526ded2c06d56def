#include "server/net/tls_context.h"

#include <openssl/ssl.h>

namespace vb::server::net {
namespace ssl = boost::asio::ssl;
namespace {

constexpr char kCiphers12[] =
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:"
    "ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";
constexpr char kCiphers13[] = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
constexpr char kGroups[] = "X25519:P-256:P-384";

}  // namespace

Result<std::shared_ptr<ssl::context>> loadTls(const TlsFiles& files) {
  auto tls = std::make_shared<ssl::context>(ssl::context::tls_server);
  auto* native = tls->native_handle();
  const bool isSet = SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) == 1 &&
                     SSL_CTX_set_max_proto_version(native, TLS1_3_VERSION) == 1 &&
                     SSL_CTX_set_cipher_list(native, kCiphers12) == 1 &&
                     SSL_CTX_set_ciphersuites(native, kCiphers13) == 1 &&
                     SSL_CTX_set1_groups_list(native, kGroups) == 1 && SSL_CTX_set_max_early_data(native, 0) == 1;
  if (!isSet) return fail(ErrorCode::internal, "OpenSSL refuses the TLS settings");
  SSL_CTX_set_options(native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  // An idle connection gives its record buffers back: 34 KiB each otherwise.
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);

  boost::system::error_code failed;
  tls->use_certificate_chain_file(files.certificate, failed);
  if (failed) return fail(ErrorCode::badField, "certificate " + files.certificate + ": " + failed.message());
  tls->use_private_key_file(files.key, ssl::context::pem, failed);
  if (failed) return fail(ErrorCode::badField, "key " + files.key + ": " + failed.message());
  if (SSL_CTX_check_private_key(native) != 1) return fail(ErrorCode::badField, "the key does not fit the certificate");
  return tls;
}

}  // namespace vb::server::net
