// Calls of both sides of a utility VM that Swift cannot make: ioctls with structures, and an instruction.
#ifndef CUTILITYVM_H
#define CUTILITYVM_H

#include <stddef.h>
#include <stdint.h>

/// The frequency of the time stamp counter in kHz, measured against CLOCK_MONOTONIC_RAW for 50 ms; 0 where there is none.
uint64_t cutilityvm_tsc_khz(void);
/// Opens the existing tap device `name` of this network namespace for a virtio-net backend. Returns a descriptor, or -1 with errno.
int cutilityvm_open_tap(const char *name);

/// Sets the interface's address and prefix length (host byte order for neither: the text's own) and brings it up. 0, or -1 with errno.
int cutilityvm_set_address(const char *interface, const char *address, int prefix_length);
/// Adds a default route over `gateway`.
int cutilityvm_set_gateway(const char *gateway);
/// Gives bytes to the kernel's random generator, counts them as entropy and reseeds it.
int cutilityvm_add_entropy(const uint8_t *bytes, size_t size);
int cutilityvm_set_clock(double seconds);
/// Copies a file into memory that cannot be written any more. Returns a descriptor, or -1 with errno.
int cutilityvm_sealed_copy(const char *path);
/// Switches the machine off; returns only where that fails.
int cutilityvm_power_off(void);

/// Bytes that can be read from a pipe, socket or terminal now (FIONREAD); -1 with errno where it cannot say.
int cutilityvm_unread(int descriptor);

#endif
