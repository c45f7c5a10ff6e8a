import Values

/// Commands that exist on Windows only. They are not defined, so that a script can test for them with Get-Command; calling one
/// gives the reason and an alternative.
enum WindowsOnlyCommands {
    private static let families: [(reason: String, names: [String])] = [
        (
            "WMI is a part of Windows: read /proc and /sys, or call Get-Process, Get-PSDrive and the system's own programs.",
            [
                "Get-WmiObject", "Invoke-WmiMethod", "Register-WmiEvent", "Remove-WmiObject", "Set-WmiInstance", "Get-CimInstance",
                "Get-CimClass", "Get-CimAssociatedInstance", "New-CimInstance", "Set-CimInstance", "Remove-CimInstance",
                "Invoke-CimMethod",
                "New-CimSession", "Get-CimSession", "Remove-CimSession", "New-CimSessionOption", "Register-CimIndicationEvent",
                "gwmi",
            ]
        ),
        (
            "WinRM is a part of Windows: enter a container with Enter-PSSession -ContainerId, and another machine with ssh.",
            [
                "Enable-PSRemoting", "Disable-PSRemoting", "Test-WSMan", "Connect-WSMan", "Disconnect-WSMan", "Get-WSManInstance",
                "Set-WSManInstance", "New-WSManInstance", "Remove-WSManInstance", "Invoke-WSManAction", "New-WSManSessionOption",
                "Set-WSManQuickConfig", "Enable-WSManCredSSP", "Disable-WSManCredSSP", "Get-WSManCredSSP",
            ]
        ),
        (
            "Services of this kind are a part of Windows: call systemctl, or look at processes with Get-Process.",
            [
                "Get-Service", "Start-Service", "Stop-Service", "Restart-Service", "Set-Service", "New-Service", "Remove-Service",
                "Suspend-Service", "Resume-Service",
            ]
        ),
        (
            "Event logs are a part of Windows: call journalctl, or read the files below /var/log.",
            ["Get-EventLog", "Write-EventLog", "Clear-EventLog", "New-EventLog", "Get-WinEvent", "Get-Counter"]
        ),
        (
            "The registry is a part of Windows: settings of Linux are files, for Get-Content and Set-Content.",
            ["New-ItemProperty", "Remove-ItemProperty", "Rename-ItemProperty", "Copy-ItemProperty", "Move-ItemProperty"]
        ),
        (
            "Access control lists of Windows are not those of Linux: call chmod, chown, getfacl and setfacl.",
            ["Get-Acl", "Set-Acl"]
        ),
        (
            "Snap-ins are a part of Windows PowerShell: load a module with Import-Module.",
            ["Add-PSSnapin", "Get-PSSnapin", "Remove-PSSnapin"]
        ),
    ]

    /// The reason and alternative for a command of Windows; nil for other names.
    static func reason(_ name: String) -> String? {
        families.first { $0.names.contains { $0.equalsIgnoringCase(name) } }?.reason
    }
}
