// DMN
