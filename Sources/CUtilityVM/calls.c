#define _GNU_SOURCE
#include "CUtilityVM.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <linux/random.h>
#include <net/if.h>
#include <net/route.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/reboot.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#if defined(__x86_64__)
#include <x86intrin.h>

static int64_t nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_RAW, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

uint64_t cutilityvm_tsc_khz(void) {
    int64_t start = nanoseconds(), end;
    uint64_t first = __rdtsc();
    struct timespec pause = {0, 50 * 1000 * 1000};
    nanosleep(&pause, NULL);
    end = nanoseconds();
    uint64_t last = __rdtsc();
    if (end <= start || last <= first) return 0;
    return (uint64_t)((double)(last - first) * 1e6 / (double)(end - start));
}
#else
uint64_t cutilityvm_tsc_khz(void) { return 0; }
#endif

int cutilityvm_open_tap(const char *name) {
    struct ifreq request;
    memset(&request, 0, sizeof request);
    if (strlen(name) >= sizeof request.ifr_name) {
        errno = ENAMETOOLONG;
        return -1;
    }
    // Checked first: TUNSETIFF creates a device that does not exist.
    if (if_nametoindex(name) == 0) return -1;
    int tap = open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (tap < 0) return -1;
    strcpy(request.ifr_name, name);
    request.ifr_flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR;
    if (ioctl(tap, TUNSETIFF, &request) != 0) {
        int number = errno;
        close(tap);
        errno = number;
        return -1;
    }
    return tap;
}

static int with_socket(unsigned long call, void *argument) {
    int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (s < 0) return -1;
    int result = ioctl(s, call, argument), number = errno;
    close(s);
    errno = number;
    return result;
}

static int parse(const char *text, struct sockaddr *address) {
    struct sockaddr_in in;
    memset(&in, 0, sizeof in);
    in.sin_family = AF_INET;
    if (inet_pton(AF_INET, text, &in.sin_addr) != 1) {
        errno = EINVAL;
        return -1;
    }
    memcpy(address, &in, sizeof in);
    return 0;
}

int cutilityvm_set_address(const char *interface, const char *address, int prefix_length) {
    struct ifreq request;
    memset(&request, 0, sizeof request);
    if (strlen(interface) >= sizeof request.ifr_name || prefix_length < 0 || prefix_length > 32) {
        errno = EINVAL;
        return -1;
    }
    strcpy(request.ifr_name, interface);
    if (address) {
        if (parse(address, &request.ifr_addr) != 0 || with_socket(SIOCSIFADDR, &request) != 0) return -1;
        struct sockaddr_in mask;
        memset(&mask, 0, sizeof mask);
        mask.sin_family = AF_INET;
        mask.sin_addr.s_addr = prefix_length == 0 ? 0 : htonl(~0U << (32 - prefix_length));
        memcpy(&request.ifr_netmask, &mask, sizeof mask);
        if (with_socket(SIOCSIFNETMASK, &request) != 0) return -1;
    }
    if (with_socket(SIOCGIFFLAGS, &request) != 0) return -1;
    request.ifr_flags |= IFF_UP;
    return with_socket(SIOCSIFFLAGS, &request);
}

int cutilityvm_set_gateway(const char *gateway) {
    struct rtentry route;
    memset(&route, 0, sizeof route);
    if (parse(gateway, &route.rt_gateway) != 0) return -1;
    parse("0.0.0.0", &route.rt_dst);
    parse("0.0.0.0", &route.rt_genmask);
    route.rt_flags = RTF_UP | RTF_GATEWAY;
    return with_socket(SIOCADDRT, &route);
}

int cutilityvm_add_entropy(const uint8_t *bytes, size_t size) {
    struct {
        int bits;
        int size;
        uint8_t bytes[512];
    } pool;
    if (size > sizeof pool.bytes) size = sizeof pool.bytes;
    pool.bits = (int)size * 8;
    pool.size = (int)size;
    memcpy(pool.bytes, bytes, size);
    int device = open("/dev/urandom", O_WRONLY | O_CLOEXEC);
    if (device < 0) return -1;
    int result = ioctl(device, RNDADDENTROPY, &pool);
    if (result == 0) ioctl(device, RNDRESEEDCRNG);
    int number = errno;
    explicit_bzero(&pool, sizeof pool);
    close(device);
    errno = number;
    return result;
}

int cutilityvm_set_clock(double seconds) {
    struct timespec now = {(time_t)seconds, 0};
    now.tv_nsec = (long)((seconds - (double)now.tv_sec) * 1e9);
    return clock_settime(CLOCK_REALTIME, &now);
}

int cutilityvm_power_off(void) {
    // On the microvm machine type, QEMU with -no-reboot ends at a reboot (a triple fault); a power-off would need ACPI tables.
    return reboot(RB_AUTOBOOT);
}

int cutilityvm_unread(int descriptor) {
    int count = 0;
    return ioctl(descriptor, FIONREAD, &count) == 0 ? count : -1;
}

int cutilityvm_sealed_copy(const char *path) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    int copy = memfd_create(path, MFD_CLOEXEC | MFD_ALLOW_SEALING);
    int failed = copy < 0;
    ssize_t sent = 1;
    while (!failed && sent > 0) failed = (sent = sendfile(copy, file, NULL, 1 << 20)) < 0;
    if (!failed) failed = fcntl(copy, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0;
    int number = errno;
    close(file);
    if (failed && copy >= 0) {
        close(copy);
        copy = -1;
    }
    errno = number;
    return copy;
}
