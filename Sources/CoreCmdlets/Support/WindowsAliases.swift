import Engine

/// Aliases that PowerShell has on Windows alone: elsewhere these are names of programs.
public enum WindowsAliases {
    public static let all: [AliasInfo] = [
        ("cat", "Get-Content"), ("cp", "Copy-Item"), ("diff", "Compare-Object"), ("ls", "Get-ChildItem"), ("mv", "Move-Item"),
        ("rm", "Remove-Item"), ("rmdir", "Remove-Item"), ("sleep", "Start-Sleep"), ("sort", "Sort-Object"), ("tee", "Tee-Object"),
        ("write", "Write-Output"),
    ].map { AliasInfo(name: $0.0, definition: $0.1) }
}
