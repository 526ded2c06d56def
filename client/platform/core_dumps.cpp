#include "client/platform/core_dumps.h"

#ifdef __unix__
#include <sys/resource.h>
#endif

namespace vb::client::platform {

void keepOutOfCoreDumps() {
#ifdef __unix__
  // systemd-coredump keeps to it too. PR_SET_DUMPABLE would also hide the process from its own user's tools.
  const rlimit none{0, 0};
  (void)setrlimit(RLIMIT_CORE, &none);
#endif
}

}  // namespace vb::client::platform
