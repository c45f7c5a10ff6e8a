/// `exit.json`: how the last run ended.
package struct ExitRecord: Sendable, Codable, Hashable {
    /// The exit code, 0 to 255; 128 + the signal's number where a signal ended the process.
    package var exitCode: Int32
    /// Why the run ended, where the container did not end by itself; nil otherwise.
    package var reason: String?
    /// When the run ended, in seconds since 1970.
    package var ended: Double

    /// How a run ended.
    package init(exitCode: Int32, reason: String?, ended: Double) {
        self.exitCode = exitCode
        self.reason = reason
        self.ended = ended
    }
}
