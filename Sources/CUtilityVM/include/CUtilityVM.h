// Calls for utility VMs, on the host and in the guest, that Swift cannot make: ioctls with structures, and the RDTSC instruction.
#ifndef CUTILITYVM_H
#define CUTILITYVM_H

#include <stddef.h>
#include <stdint.h>

/// The frequency of the time stamp counter in kHz, measured against CLOCK_MONOTONIC_RAW during 50 ms; 0 if it cannot be measured.
uint64_t cutilityvm_tsc_khz(void);
/// Opens the tap device `name` of this network namespace for a virtio-net backend; it must exist. Returns a descriptor, or -1 with
/// errno.
int cutilityvm_open_tap(const char *name);

/// Sets the IPv4 address (text; NULL for none) and the length of its prefix in bits, and brings the interface up. Returns 0, or -1
/// with errno.
int cutilityvm_set_address(const char *interface, const char *address, int prefix_length);
/// Adds a default route through `gateway`, an IPv4 address as text. Returns 0, or -1 with errno.
int cutilityvm_set_gateway(const char *gateway);
/// Adds bytes, at most 512, to the kernel's random number generator, credits them as entropy and reseeds it. Returns 0, or -1 with
/// errno.
int cutilityvm_add_entropy(const uint8_t *bytes, size_t size);
/// Sets CLOCK_REALTIME, in seconds since 1970. Returns 0, or -1 with errno.
int cutilityvm_set_clock(double seconds);
/// Copies a file into sealed memory (memfd_create(2)), which nobody can write. Returns a descriptor, or -1 with errno.
int cutilityvm_sealed_copy(const char *path);
/// Switches the machine off. Returns only on failure, with -1 and errno.
int cutilityvm_power_off(void);

/// The number of bytes that can be read now from a pipe, socket or terminal (FIONREAD); -1 with errno if the descriptor is none of
/// them.
int cutilityvm_unread(int descriptor);

#endif
