import CmdletSupport
import Glibc
import LinuxSystem
import Values

/// The clipboard of the desktop that the shell runs on, by way of wl-copy and wl-paste (Wayland) or xclip (X11).
struct SystemClipboard {
    /// The session's environment: WAYLAND_DISPLAY or else DISPLAY says which desktop is meant.
    let environment: EnvironmentVariables

    private static let waylandCopy = ExternalTool(path: "/usr/bin/wl-copy", package: "wl-clipboard")
    private static let waylandPaste = ExternalTool(path: "/usr/bin/wl-paste", package: "wl-clipboard")
    private static let x11 = ExternalTool(path: "/usr/bin/xclip", package: "xclip")

    private func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }

    private static func missing() -> ValueError {
        ValueError(
            "There is no clipboard here: neither WAYLAND_DISPLAY nor DISPLAY names a desktop. Set-Clipboard -AsOSC52 sends a text to the clipboard of the terminal.",
            id: "ClipboardNotAvailable", exception: "System.InvalidOperationException", category: "ResourceUnavailable")
    }

    private static func check(_ result: ToolResult) throws {
        guard result.exitCode == 0 else {
            throw ValueError(
                "The clipboard cannot be reached: \(result.errorText.isEmpty ? "the program ended with \(result.exitCode)" : result.errorText)",
                id: "ClipboardNotAvailable", exception: "System.InvalidOperationException", category: "ResourceUnavailable")
        }
    }

    /// The text of the clipboard; empty if it holds none.
    /// - Throws: `ValueError` if no desktop is named, the program is not installed, or it fails.
    func read() throws -> String {
        guard isSet("WAYLAND_DISPLAY") || isSet("DISPLAY") else { throw Self.missing() }
        let result =
            isSet("WAYLAND_DISPLAY")
            ? try Self.waylandPaste.run(["--no-newline"], timeout: 30)
            : try Self.x11.run(["-selection", "clipboard", "-out"], timeout: 30)
        // Both programs report an empty clipboard as an error.
        if result.exitCode != 0, result.errorText.contains("othing is copied") || result.errorText.contains("target STRING") {
            return ""
        }
        try Self.check(result)
        return result.outputText
    }

    /// Replaces the text of the clipboard.
    /// - Throws: `ValueError` if no desktop is named, the program is not installed, or it fails.
    func write(_ text: String) throws {
        guard isSet("WAYLAND_DISPLAY") || isSet("DISPLAY") else { throw Self.missing() }
        let bytes = Array(text.utf8)
        // With empty input wl-copy would read from the terminal.
        if isSet("WAYLAND_DISPLAY") {
            try Self.check(
                try bytes.isEmpty
                    ? Self.waylandCopy.run(["--clear"], timeout: 30) : Self.waylandCopy.run([], input: bytes, timeout: 30))
        } else {
            try Self.check(
                try Self.x11.run(
                    ["-selection", "clipboard", "-in", bytes.isEmpty ? "/dev/null" : "/dev/stdin"], input: bytes, timeout: 30))
            // xclip may exit before the X server knows of the new selection: wait up to a second until the text can be read back.
            for _ in 0..<20 where try read() != text { sleepSeconds(0.05) }
        }
    }
}
