import ContainerModel

/// A process whose end is its container's.
final class SimulatedMainProcess: ContainerProcess {
    private let process: any ContainerProcess
    private let thenEnd: @Sendable (Int32) -> Void

    init(_ process: any ContainerProcess, thenEnd: @escaping @Sendable (Int32) -> Void) {
        self.process = process
        self.thenEnd = thenEnd
    }

    var terminal: Int32? { process.terminal }
    var standardInput: Int32? { process.standardInput }
    var standardOutput: Int32? { process.standardOutput }
    var standardError: Int32? { process.standardError }
    var control: Int32? { process.control }
    func closeStandardInput() { process.closeStandardInput() }
    func resize(columns: UInt16, rows: UInt16) { process.resize(columns: columns, rows: rows) }
    func signal(_ number: Int32) { process.signal(number) }
    func wait() -> Int32 {
        let code = process.wait()
        thenEnd(code)
        return code
    }
    func close() { process.close() }
}
