public import ArgumentParser
public import Scanning

extension ScanEffort: ExpressibleByArgument {}
