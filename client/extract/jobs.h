// The jobs of the helper, one a process: the text of a file, a picture of a page, the places of its words, or a PDF
// that stays open and is asked again and again. Each returns the exit status; what is wrong with a file is an answer.
#pragma once

#include <QString>

namespace vb::client::extract {

// `path` empty: standard input.
int giveText(const QString& path);
// Paths on standard input, the text of each as giveText() gives it. Ends by itself after a file that needed more than
// decoding: what reads a PDF or a zip of somebody reads nothing of somebody else afterwards.
int giveTexts();
int givePicture(const QString& path, int page, int dpi);
int giveBoxes(const QString& path, int page);
// Commands on standard input, see README.md.
int serve(const QString& path);

}  // namespace vb::client::extract
