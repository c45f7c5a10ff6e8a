import ContainerModel
import LinuxSystem

/// The folders that a `C:\` of the simulated host begins with.
enum SimulatedImage {
    static let host =
        common + ["PerfLogs", "Program Files (x86)", "Users/Public/Documents", "tmp"]
        + ["Desktop", "Documents", "AppData/Local/Temp"].map { "Users/Administrator/" + $0 }

    static func named(_ image: String) -> [String] {
        let users = ["ContainerAdministrator", "ContainerUser"].map { "Users/\($0)/AppData/Local/Temp" }
        return common + users + (image == "NanoServer" ? [] : ["Program Files (x86)", "inetpub", "Users/Public"])
    }

    private static let common = ["Program Files", "ProgramData", "Windows/System32/drivers/etc", "Windows/Temp"]
}
