// Names of files: cleaned of what harms (A13), and which types other programs may be given (A14). Pure.
#pragma once

#include <QString>

namespace vb::client::documents {

// A name that can be stored anywhere and shows what it is: no folders, no reserved names, no signs that hide others, at
// most 255 bytes with its suffix kept; "document" when nothing is left.
QString safeFileName(const QString& name);
// Text, pictures, office files without macros: by its content and its name, which must agree.
bool mayOpenOutside(const QString& mediaType, const QString& name);
// As found in the content, with the name where that says more (Markdown is text).
QString mediaTypeOf(const QString& file, const QString& name);

}  // namespace vb::client::documents
