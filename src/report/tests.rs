//! Every format is fed the same findings.
