; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 20a42b1321bfe50a1267d195bda4a1f8
; entry valley_raycaster.paint_haze.0(float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:2:C, float32:1:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64) -> none
define void @valley_raycaster.paint_haze.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 16
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 24
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 56
  %8 = load double, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 64
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 72
  %12 = load double, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 80
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 88
  %16 = load double, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 152
  %18 = load ptr, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 168
  %20 = load i64, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 232
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 304
  %24 = load double, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 336
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 344
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 352
  %30 = load double, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 360
  %32 = load double, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 376
  %34 = load double, ptr %33, align 8
  %35 = fmul double %22, -3.400000e-01
  %36 = mul i64 %20, 24
  %37 = getelementptr i8, ptr %18, i64 %36
  %38 = shl i64 %20, 4
  %39 = getelementptr i8, ptr %18, i64 %38
  %40 = getelementptr double, ptr %18, i64 %20
  %41 = shl i64 %20, 5
  %42 = getelementptr i8, ptr %18, i64 %41
  %43 = mul i64 %6, %4
  br label %47
44:
  %45 = add nuw nsw i64 %48, 1
  %46 = icmp eq i64 %45, 24
  br i1 %46, label %173, label %47
47:
  %48 = phi i64 [ 0, %1 ], [ %45, %44 ]
  %49 = uitofp i64 %48 to double
  %50 = fmul double %49, 2.000000e+00
  %51 = fdiv double %50, 2.300000e+01
  %52 = fsub double 1.000000e+00, %51
  %53 = fmul double %52, 9.000000e-01
  %54 = fmul double %53, %53
  %55 = mul i64 %43, %48
  %56 = getelementptr float, ptr %2, i64 %55
  br label %57
57:
  %58 = phi i64 [ 0, %47 ], [ %164, %163 ]
  %59 = uitofp i64 %58 to double
  %60 = fmul double %34, %59
  %61 = fmul double %60, 3.125000e-02
  %62 = fsub double %61, %32
  %63 = fdiv double %62, %30
  %64 = fmul double %28, %63
  %65 = fadd double %26, %64
  %66 = fmul double %26, %63
  %67 = fsub double %28, %66
  %68 = fmul double %65, %65
  %69 = fmul double %67, %67
  %70 = fadd double %68, %69
  %71 = fadd double %54, %70
  %72 = tail call double @llvm.sqrt.f64(double %71)
  %73 = fdiv double 1.000000e+00, %72
  %74 = fmul double %65, %73
  %75 = fmul double %53, %73
  %76 = fmul double %67, %73
  %77 = fcmp olt double %75, 0.000000e+00
  %78 = select i1 %77, double 0.000000e+00, double %75
  %79 = fcmp ogt double %78, 3.500000e-01
  %80 = select i1 %79, double 3.500000e-01, double %78
  %81 = fmul double %80, 5.000000e-01
  %82 = fcmp olt double %81, 0.000000e+00
  %83 = select i1 %82, double 0.000000e+00, double %81
  %84 = fmul double %35, %83
  %85 = tail call double @llvm.exp.f64(double %84)
  %86 = fmul double %85, %85
  %87 = fmul double %85, %86
  %88 = fmul double %74, %74
  %89 = fmul double %76, %76
  %90 = fadd double %88, %89
  %91 = fadd double %90, 1.000000e-09
  %92 = tail call double @llvm.sqrt.f64(double %91)
  %93 = fdiv double 1.000000e+00, %92
  %94 = fmul double %14, %74
  %95 = fmul double %16, %76
  %96 = fadd double %94, %95
  %97 = fmul double %96, 5.000000e-01
  %98 = fmul double %97, %93
  %99 = fadd double %98, 5.000000e-01
  %100 = fmul double %99, %99
  %101 = fmul double %99, 2.000000e+00
  %102 = fsub double 3.000000e+00, %101
  %103 = fmul double %100, %102
  %104 = fmul double %8, %74
  %105 = fmul double %10, %81
  %106 = fadd double %104, %105
  %107 = fmul double %12, %76
  %108 = fadd double %107, %106
  %109 = fadd double %108, -1.000000e+00
  %110 = fmul double %109, 6.000000e+00
  %111 = tail call double @llvm.exp.f64(double %110)
  %112 = fmul double %111, %111
  %113 = fmul double %112, %112
  %114 = fmul double %113, %113
  %115 = fmul double %114, %114
  %116 = fmul double %115, %115
  %117 = fmul double %111, 1.600000e-01
  %118 = fmul double %114, 3.000000e-01
  %119 = fadd double %117, %118
  %120 = fmul double %116, 5.500000e-01
  %121 = fmul double %116, %120
  %122 = fadd double %119, %121
  %123 = fmul double %83, 5.000000e+00
  %124 = fadd double %123, 1.000000e+00
  %125 = fdiv double 6.500000e-01, %124
  %126 = fadd double %125, 3.500000e-01
  %127 = fmul double %24, %126
  %128 = fmul double %127, %122
  br label %136
129:
  br label %131
130:
  br label %131
131:
  %132 = phi double [ %138, %130 ], [ %162, %129 ], [ %138, %136 ]
  %133 = phi double [ %162, %130 ], [ %137, %129 ], [ %137, %136 ]
  %134 = phi double [ %139, %130 ], [ %139, %129 ], [ %162, %136 ]
  %135 = icmp eq i64 %141, 3
  br i1 %135, label %163, label %136
136:
  %137 = phi double [ 0.000000e+00, %57 ], [ %133, %131 ]
  %138 = phi double [ 0.000000e+00, %57 ], [ %132, %131 ]
  %139 = phi double [ 0.000000e+00, %57 ], [ %134, %131 ]
  %140 = phi i64 [ 0, %57 ], [ %141, %131 ]
  %141 = add nuw nsw i64 %140, 1
  %142 = getelementptr double, ptr %37, i64 %140
  %143 = load double, ptr %142, align 8
  %144 = getelementptr double, ptr %39, i64 %140
  %145 = load double, ptr %144, align 8
  %146 = fsub double %145, %143
  %147 = fmul double %103, %146
  %148 = fadd double %143, %147
  %149 = getelementptr double, ptr %18, i64 %140
  %150 = load double, ptr %149, align 8
  %151 = getelementptr double, ptr %40, i64 %140
  %152 = load double, ptr %151, align 8
  %153 = fsub double %152, %150
  %154 = fmul double %85, %153
  %155 = fadd double %150, %154
  %156 = fsub double %148, %155
  %157 = fmul double %87, %156
  %158 = getelementptr double, ptr %42, i64 %140
  %159 = load double, ptr %158, align 8
  %160 = fmul double %128, %159
  %161 = fadd double %160, %157
  %162 = fadd double %155, %161
  switch i64 %140, label %130 [
    i64 0, label %131
    i64 1, label %129
  ]
163:
  %164 = add nuw nsw i64 %58, 1
  %165 = fptrunc double %134 to float
  %166 = mul i64 %58, %6
  %167 = getelementptr float, ptr %56, i64 %166
  store float %165, ptr %167, align 4
  %168 = fptrunc double %132 to float
  %169 = getelementptr i8, ptr %167, i64 4
  store float %168, ptr %169, align 4
  %170 = fptrunc double %133 to float
  %171 = getelementptr i8, ptr %167, i64 8
  store float %170, ptr %171, align 4
  %172 = icmp eq i64 %164, 33
  br i1 %172, label %44, label %57
173:
  ret void
}
declare double @llvm.exp.f64(double)
declare double @llvm.sqrt.f64(double)
