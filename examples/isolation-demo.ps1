# The isolation demo: the same image twice, once as a container that shares this host's kernel and once in a utility VM.
# Each listing is taken live, and the closing lines state what was observed in them.
#
#     sudo bulkhead -File examples/isolation-demo.ps1
#     bulkhead -Engine Simulated -File examples/isolation-demo.ps1

function Show($title) { Write-Output ''; Write-Output "== $title" }

$shared = $null
$isolated = $null
try {
    Show 'csrss on the container host, before'
    $before = @(Get-Process | Where-Object { $_.ProcessName -eq 'csrss' })
    $before | Format-Table
    Write-Output "$($before.Count) processes"

    Show 'A Windows Server container: New-Container, Start-Container'
    $shared = New-Container -Name WINCONT -ContainerImageName WindowsServerCore -SwitchName 'Virtual Switch'
    Start-Container $shared
    Get-Container -Id $shared.ContainerId | Format-Table

    Show 'csrss inside WINCONT'
    $inside = Invoke-Command -ContainerId $shared.ContainerId -RunAsAdministrator { Get-Process | Where-Object { $_.ProcessName -eq 'csrss' } }
    $inside | Format-Table

    Show 'csrss on the container host: the same process is there, by its HostId'
    $onHost = @(Get-Process | Where-Object { $_.ProcessName -eq 'csrss' })
    $onHost | Format-Table
    $seen = @($onHost | Where-Object { $_.Id -eq $inside.HostId })

    Show 'A Hyper-V container: the same cmdlets, and -RuntimeType HyperV'
    $isolated = New-Container -Name HYPVCON -ContainerImageName NanoServer -SwitchName 'Virtual Switch' -RuntimeType HyperV
    Start-Container $isolated
    Get-Container -Id $isolated.ContainerId | Select-Object Name, State, RuntimeType, Accelerator | Format-Table

    Show 'csrss inside HYPVCON: it has no HostId'
    $hidden = Invoke-Command -ContainerId $isolated.ContainerId -RunAsAdministrator { Get-Process | Where-Object { $_.ProcessName -eq 'csrss' } }
    $hidden | Format-Table

    Show 'csrss on the container host: it is not there'
    $after = @(Get-Process | Where-Object { $_.ProcessName -eq 'csrss' })
    $after | Format-Table
    $new = @($after | Where-Object { $onHost.Id -notcontains $_.Id })

    Show 'What the host sees of HYPVCON: a worker process, whose user is the container'
    $worker = @(Get-Process | Where-Object { $_.UserName -eq $isolated.ContainerId.ToString().ToUpper() })
    $worker | Select-Object Id, ProcessName, UserName | Format-Table

    # A kernel tells itself apart from every other, those of its own version as well, by the id of its boot. The simulated host has none.
    $sharing = @{}
    if ($IsLinux) {
        Show 'The kernels'
        $kernel = { [pscustomobject]@{ Release = uname -r; BootId = Get-Content /proc/sys/kernel/random/boot_id } }
        $here = & $kernel
        $inShared = Invoke-Command -ContainerId $shared.ContainerId $kernel
        $inIsolated = Invoke-Command -ContainerId $isolated.ContainerId $kernel
        $here, $inShared, $inIsolated | Select-Object @{ Name = 'Where'; Expression = { $_.PSComputerName ?? 'host' } }, Release, BootId | Format-Table
        $sharing.WINCONT = " It shares the host's kernel: $($inShared.BootId -eq $here.BootId)."
        $sharing.HYPVCON = " It shares the host's kernel: $($inIsolated.BootId -eq $here.BootId)."
    }

    Show 'What was observed'
    if ($seen.Count -eq 1) {
        Write-Output "WINCONT: process $($inside.Id) inside is process $($seen[0].Id) of the host.$($sharing.WINCONT)"
    } else {
        Write-Output "WINCONT: its csrss was NOT found on the host."
    }
    if ($new.Count -eq 0 -and $worker.Count -eq 1) {
        Write-Output "HYPVCON: process $($hidden.Id) inside is no process of the host, which sees $($worker[0].ProcessName) $($worker[0].Id) only.$($sharing.HYPVCON)"
    } else {
        Write-Output "HYPVCON: $($new.Count) new csrss and $($worker.Count) worker processes were seen on the host; 0 and 1 were expected."
    }
} finally {
    foreach ($container in $shared, $isolated) {
        if ($container) { Remove-Container $container -Force }
    }
}
