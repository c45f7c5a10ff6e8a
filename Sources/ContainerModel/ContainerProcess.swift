/// A process that was started inside a container by `ContainerHost.execute`. Descriptors are the caller's to use; `close()` gives them back.
public protocol ContainerProcess: AnyObject, Sendable {
    /// The caller's end of the pseudo-terminal (read and write); nil where none was asked for.
    var terminal: Int32? { get }
    /// The caller's end of its standard input (write); nil, as the two below, where a terminal was asked for.
    var standardInput: Int32? { get }
    /// The caller's end of its standard output (read).
    var standardOutput: Int32? { get }
    /// The caller's end of its standard error (read).
    var standardError: Int32? { get }
    /// The caller's end of the process's descriptor 3 (a connected stream socket); nil where none was asked for.
    var control: Int32? { get }
    /// Closes the caller's end of standard input, so that the process reads end of file.
    func closeStandardInput()
    /// Tells the terminal its new size.
    func resize(columns: UInt16, rows: UInt16)
    /// Sends a signal to the process.
    func signal(_ number: Int32)
    /// Waits for the end: 0 to 255, 128 + signal where one ended it. If the container ends, this returns as well.
    func wait() -> Int32
    /// Closes every descriptor that is still open and ends the process if it still runs.
    func close()
}
