// Confinement: what this process gives up before it looks at a file of somebody else. There is no way back.
#pragma once

namespace vb::client::extract {

enum class CpuLimit {
  ofAll,      // kCpuSeconds for the whole process
  ofCommand,  // kCpuSeconds from each renewCpuLimit()
};

// Closes what was inherited beyond the three standard streams; limits memory, time, open files and written files;
// on Linux also refuses network, other programs and every change of a file, for good. False when a limit could not be
// set.
bool confine(CpuLimit cpu);
void renewCpuLimit();

}  // namespace vb::client::extract
