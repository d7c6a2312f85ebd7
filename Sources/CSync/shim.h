#pragma once

// unistd.h has it for _GNU_SOURCE only (sync(2)).
int syncfs(int descriptor);
