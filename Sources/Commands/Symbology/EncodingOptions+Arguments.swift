public import ArgumentParser
public import Barcodes

/// `--ec L|M|Q|H`.
extension EncodingOptions.ErrorCorrection: ExpressibleByArgument {}

/// `--shape square|rectangle|smallest`.
extension EncodingOptions.MatrixShape: ExpressibleByArgument {}
