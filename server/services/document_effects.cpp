#include "server/services/effects.h"

namespace vb::server::services {

Result<Carried> carryOut(Changes&, const AddFolder&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const ChangeFolder&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const RemoveFolder&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const AddDocument&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const AddVersion&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const ChangeDocument&) { return fail(ErrorCode::unsupported); }

}  // namespace vb::server::services
