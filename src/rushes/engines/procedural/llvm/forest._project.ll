; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 67bf5e00147a6e9bcd32418daf6770fe
; entry forest._project.0(int64:1:C, float32:1:C, float32:2:C, float64, float64, float64, float64, float64, float64, float64, float64, int64, int64, bool) -> int64
define i64 @forest._project.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 24
  %6 = load ptr, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 32
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 48
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 56
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 64
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 88
  %16 = load double, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 96
  %18 = load double, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 104
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 112
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 120
  %24 = load double, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 128
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 136
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 144
  %30 = load double, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 168
  %32 = load i64, ptr %31, align 8
  %33 = and i64 %32, 255
  %34 = icmp eq i64 %33, 0
  %35 = fneg double %18
  %36 = select i1 %34, double %18, double %35
  %37 = icmp slt i64 %12, 1
  br i1 %37, label %112, label %38
38:
  %39 = getelementptr i8, ptr %0, i64 160
  %40 = load i64, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 152
  %42 = load i64, ptr %41, align 8
  %43 = sitofp i64 %42 to double
  %44 = sitofp i64 %40 to double
  br label %95
45:
  %46 = getelementptr i8, ptr %100, i64 12
  %47 = load float, ptr %46, align 4
  %48 = fpext float %47 to double
  %49 = fmul double %26, %48
  %50 = fdiv double %49, %110
  %51 = fcmp olt double %50, 1.600000e+00
  br i1 %51, label %92, label %52
52:
  %53 = fmul double %24, %103
  %54 = fmul double %22, %107
  %55 = fsub double %53, %54
  %56 = fmul double %26, %55
  %57 = fdiv double %56, %110
  %58 = fadd double %28, %57
  %59 = fmul double %50, -3.000000e-01
  %60 = fcmp olt double %58, %59
  br i1 %60, label %92, label %61
61:
  %62 = fmul double %50, 3.000000e-01
  %63 = fadd double %62, %43
  %64 = fcmp ogt double %58, %63
  br i1 %64, label %92, label %65
65:
  %66 = getelementptr i8, ptr %100, i64 4
  %67 = load float, ptr %66, align 4
  %68 = fpext float %67 to double
  %69 = fsub double %68, %36
  %70 = fmul double %26, %69
  %71 = fdiv double %70, %110
  %72 = fsub double %30, %71
  %73 = fcmp olt double %72, 0.000000e+00
  %74 = fsub double %72, %50
  %75 = fcmp ogt double %74, %44
  %76 = select i1 %73, i1 true, i1 %75
  br i1 %76, label %92, label %77
77:
  %78 = fsub double 6.553600e+04, %110
  %79 = fmul double %78, 1.024000e+03
  %80 = fptosi double %79 to i64
  %81 = shl i64 %80, 20
  %82 = add nsw i64 %81, %97
  %83 = icmp slt i64 %96, 0
  %84 = select i1 %83, i64 %4, i64 0
  %85 = getelementptr i64, ptr %2, i64 %96
  %86 = getelementptr i64, ptr %85, i64 %84
  store i64 %82, ptr %86, align 8
  %87 = fptrunc double %50 to float
  %88 = select i1 %83, i64 %8, i64 0
  %89 = getelementptr float, ptr %6, i64 %96
  %90 = getelementptr float, ptr %89, i64 %88
  store float %87, ptr %90, align 4
  %91 = add nsw i64 %96, 1
  br label %92
92:
  %93 = phi i64 [ %91, %77 ], [ %96, %95 ], [ %96, %45 ], [ %96, %61 ], [ %96, %52 ], [ %96, %65 ]
  %94 = icmp eq i64 %98, %12
  br i1 %94, label %112, label %95
95:
  %96 = phi i64 [ 0, %38 ], [ %93, %92 ]
  %97 = phi i64 [ 0, %38 ], [ %98, %92 ]
  %98 = add nuw nsw i64 %97, 1
  %99 = mul i64 %97, %14
  %100 = getelementptr float, ptr %10, i64 %99
  %101 = load float, ptr %100, align 4
  %102 = fpext float %101 to double
  %103 = fsub double %102, %16
  %104 = getelementptr i8, ptr %100, i64 8
  %105 = load float, ptr %104, align 4
  %106 = fpext float %105 to double
  %107 = fsub double %106, %20
  %108 = fmul double %22, %103
  %109 = fmul double %24, %107
  %110 = fadd double %108, %109
  %111 = fcmp olt double %110, 8.000000e+00
  br i1 %111, label %92, label %45
112:
  %113 = phi i64 [ 0, %1 ], [ %93, %92 ]
  ret i64 %113
}
