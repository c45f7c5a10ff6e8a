/// `exit`, unwinding to the script or shell that it ends.
public struct ExitRequest: Error {
    /// The exit code.
    public let code: Int32
    /// Makes the request.
    public init(code: Int32) { self.code = code }
}
