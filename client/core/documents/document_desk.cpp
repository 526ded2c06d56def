#include "client/core/documents/document_desk.h"

namespace vb::client::documents {

std::unique_ptr<DocumentDesk> createDocumentDesk(const DocumentParts&, DocumentEvents&) { return nullptr; }

}  // namespace vb::client::documents
