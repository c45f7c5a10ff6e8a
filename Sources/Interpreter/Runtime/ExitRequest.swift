/// `exit` with its code, on its way to the script or shell that it ends.
public struct ExitRequest: Error {
    public let code: Int32
    public init(code: Int32) { self.code = code }
}
