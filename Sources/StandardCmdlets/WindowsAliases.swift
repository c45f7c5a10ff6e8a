import Interpreter

/// The aliases and the function that PowerShell defines on Windows only: on Linux their names belong to programs. The simulated
/// host has them.
public enum WindowsAliases {
    private static let aliases: [AliasInfo] = [
        ("ac", "Add-Content"), ("cat", "Get-Content"), ("clear", "Clear-Host"), ("compare", "Compare-Object"), ("cp", "Copy-Item"),
        ("cpp", "Copy-ItemProperty"), ("diff", "Compare-Object"), ("kill", "Stop-Process"), ("ls", "Get-ChildItem"),
        ("man", "help"),
        ("mount", "New-PSDrive"), ("mv", "Move-Item"), ("ps", "Get-Process"), ("rm", "Remove-Item"), ("rmdir", "Remove-Item"),
        ("sleep", "Start-Sleep"), ("sort", "Sort-Object"), ("start", "Start-Process"), ("tee", "Tee-Object"),
        ("write", "Write-Output"),
    ].map { AliasInfo(name: $0.0, definition: $0.1) }

    /// The function mkdir. -Force accepts a folder that exists.
    private static let mkdir = """
        param([string[]]$Path, [switch]$Force)
        New-Item -ItemType Directory -Path $Path -Force:$Force
        """

    /// Defines the aliases and the function.
    /// - Throws: the parse error of the function's text, which is a fault of this file.
    public static func install(in engine: Engine) throws {
        engine.commands.add(aliases)
        engine.define(FunctionInfo(name: "mkdir", block: try ScriptBlock.parse(mkdir)), in: engine.global)
    }
}
