import ContainerModel
import Glibc
import LinuxSystem

/// Unpacks a tar archive that a guest made. It is hostile: GNU tar runs in a root of its own, with /usr read-only and the target folder
/// as the only place that can be written, without network and with only the capabilities that making files needs.
///
/// tar(1) in a jail and not a reader of our own: its defences against links and `..` are old and tried, and a hole in them meets the walls.
struct Unpacker {
    private let process: ChildProcess
    private let errors: Descriptor

    /// What tar said and returned.
    struct Outcome {
        var exitCode: Int32
        var text: String
    }

    /// $1 is the target. Extended attributes: of overlay's own only the mark of an opaque folder, since a redirect would let the guest
    /// choose what the host's overlay reads.
    private static let script = """
        set -e
        mount -t tmpfs -o size=1m,mode=755 tmpfs /mnt
        mkdir /mnt/target
        mount --bind "$1" /mnt/target
        for folder in usr bin sbin lib lib64 lib32; do
            if [ -L /$folder ]; then cp -P /$folder /mnt/$folder
            elif [ -d /$folder ]; then mkdir /mnt/$folder; mount --bind /$folder /mnt/$folder; mount -o remount,bind,ro,nosuid /mnt/$folder
            fi
        done
        exec setpriv --bounding-set=-all,+chown,+dac_override,+fowner,+fsetid,+mknod,+setfcap,+sys_admin,+sys_chroot --no-new-privs \\
            chroot /mnt /usr/bin/env -i LC_ALL=C PATH=/usr/bin:/bin tar --extract --file=- --directory=/target --numeric-owner \\
            --same-permissions --acls --xattrs '--xattrs-include=user.*' --xattrs-include=security.capability \\
            --xattrs-include=trusted.overlay.opaque --delay-directory-restore
        """

    init(target: String, archive: Descriptor) throws(SystemError) {
        guard let unshare = findTool("unshare"), let shell = findTool("sh") else {
            throw SystemError(ENOENT, "find the program", "unshare")
        }
        let pipe = try Descriptor.pipe()
        var options = SpawnOptions(
            arguments: [unshare, "--mount", "--net", "--ipc", "--uts", shell, "-c", Self.script, "unpack", target],
            environment: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"], workingDirectory: "/")
        options.setStandard(input: archive.raw, output: pipe.write.raw, error: pipe.write.raw)
        process = try spawn(unshare, options)
        errors = pipe.read
    }

    func wait(timeout: Double) -> Outcome {
        try? errors.setNonBlocking(true)
        let end = monotonicSeconds() + timeout
        var text: [UInt8] = []
        while monotonicSeconds() < end, let bytes = try? readSome(errors.raw, atMost: 4096) {
            if bytes.isEmpty { _ = try? Poll.wait(for: [(errors.raw, .input)], timeout: end - monotonicSeconds()) }
            text = (text + bytes).suffix(2000)
        }
        if process.wait(timeout: max(0.1, end - monotonicSeconds())) == nil { process.signal(SIGKILL) }
        return Outcome(exitCode: process.wait(), text: String(decoding: text, as: UTF8.self))
    }
}
