import LinuxSystem

/// SHA-256 digests as 64 hexadecimal digits. Only a valid one becomes part of a path.
enum Digest {
    static func isValid(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    /// The SHA-256 digest of a file, computed by coreutils' sha256sum.
    static func sha256(ofFile path: String) throws(ContainerError) -> String {
        let tool = try Tools.path("sha256sum", package: "coreutils", purpose: "name images by their content")
        let result = try Tools.run(tool, ["-b", path], timeout: 600, "The digest of '\(path)' cannot be computed.")
        // A name with a backslash or newline has a backslash in front of the line.
        let digest = String(result.outputText.drop { $0 == "\\" }.prefix(64))
        guard isValid(digest) else { throw ContainerError("ToolFailed", "sha256sum gave no digest of '\(path)'.") }
        return digest
    }
}
