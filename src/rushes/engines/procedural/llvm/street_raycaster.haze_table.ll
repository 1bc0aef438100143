; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 45ebed6bef574b80245194cdae08b531
; entry street_raycaster.haze_table.0(float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:2:C, float32:1:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, int64, float64:3:C) -> none
define void @street_raycaster.haze_table.0(ptr %0) {
  %2 = load double, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load double, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load double, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load double, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 32
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 96
  %12 = load ptr, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 248
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 328
  %16 = load double, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 336
  %18 = load double, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 344
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 464
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 472
  %24 = load double, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 480
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 488
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 496
  %30 = load double, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 520
  %32 = load ptr, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 528
  %34 = load i64, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 536
  %36 = load i64, ptr %35, align 8
  %37 = getelementptr i8, ptr %0, i64 544
  %38 = load i64, ptr %37, align 8
  %39 = icmp slt i64 %36, 1
  br i1 %39, label %197, label %40
40:
  %41 = getelementptr i8, ptr %0, i64 512
  %42 = load i64, ptr %41, align 8
  %43 = getelementptr i8, ptr %0, i64 176
  %44 = load double, ptr %43, align 8
  %45 = getelementptr i8, ptr %0, i64 112
  %46 = load i64, ptr %45, align 8
  %47 = sitofp i64 %42 to double
  %48 = uitofp i64 %36 to double
  %49 = fmul double %47, 5.000000e-01
  %50 = icmp slt i64 %34, 1
  %51 = add nsw i64 %34, -1
  %52 = sitofp i64 %51 to double
  %53 = fmul double %44, -3.400000e-01
  %54 = mul i64 %46, 24
  %55 = getelementptr i8, ptr %12, i64 %54
  %56 = shl i64 %46, 4
  %57 = getelementptr i8, ptr %12, i64 %56
  %58 = getelementptr double, ptr %12, i64 %46
  %59 = shl i64 %46, 5
  %60 = getelementptr i8, ptr %12, i64 %59
  %61 = mul i64 %38, %36
  br label %64
62:
  %63 = icmp eq i64 %66, %36
  br i1 %63, label %197, label %64
64:
  %65 = phi i64 [ 0, %40 ], [ %66, %62 ]
  %66 = add nuw nsw i64 %65, 1
  %67 = uitofp i64 %65 to double
  %68 = fadd double %67, 5.000000e-01
  %69 = fmul double %68, %47
  %70 = fdiv double %69, %48
  %71 = fsub double %70, %49
  %72 = fdiv double %71, %30
  %73 = fmul double %72, %72
  %74 = fadd double %73, 1.000000e+00
  %75 = tail call double @llvm.sqrt.f64(double %74)
  %76 = fdiv double 1.000000e+00, %75
  %77 = fmul double %22, %72
  %78 = fadd double %26, %77
  %79 = fmul double %78, %76
  %80 = fmul double %24, %72
  %81 = fadd double %28, %80
  %82 = fmul double %81, %76
  br i1 %50, label %62, label %83
83:
  %84 = mul i64 %65, %38
  %85 = getelementptr double, ptr %32, i64 %84
  br label %86
86:
  %87 = phi i64 [ 0, %83 ], [ %183, %182 ]
  %88 = uitofp i64 %87 to double
  %89 = fmul double %88, 5.000000e-01
  %90 = fdiv double %89, %52
  %91 = fmul double %90, %90
  %92 = fsub double 1.000000e+00, %91
  %93 = tail call double @sqrt(double %92)
  %94 = fmul double %79, %93
  %95 = fmul double %82, %93
  %96 = fcmp olt double %90, 0.000000e+00
  %97 = select i1 %96, double 0.000000e+00, double %90
  %98 = fcmp ogt double %97, 3.500000e-01
  %99 = select i1 %98, double 3.500000e-01, double %97
  %100 = fmul double %99, 5.000000e-01
  %101 = fcmp olt double %100, 0.000000e+00
  %102 = select i1 %101, double 0.000000e+00, double %100
  %103 = fmul double %53, %102
  %104 = tail call double @llvm.exp.f64(double %103)
  %105 = fmul double %104, %104
  %106 = fmul double %104, %105
  %107 = fmul double %94, %94
  %108 = fmul double %95, %95
  %109 = fadd double %107, %108
  %110 = fadd double %109, 1.000000e-09
  %111 = tail call double @llvm.sqrt.f64(double %110)
  %112 = fdiv double 1.000000e+00, %111
  %113 = fmul double %8, %94
  %114 = fmul double %10, %95
  %115 = fadd double %113, %114
  %116 = fmul double %115, 5.000000e-01
  %117 = fmul double %116, %112
  %118 = fadd double %117, 5.000000e-01
  %119 = fmul double %118, %118
  %120 = fmul double %118, 2.000000e+00
  %121 = fsub double 3.000000e+00, %120
  %122 = fmul double %119, %121
  %123 = fmul double %2, %94
  %124 = fmul double %4, %100
  %125 = fadd double %123, %124
  %126 = fmul double %6, %95
  %127 = fadd double %126, %125
  %128 = fadd double %127, -1.000000e+00
  %129 = fmul double %128, 6.000000e+00
  %130 = tail call double @llvm.exp.f64(double %129)
  %131 = fmul double %130, %130
  %132 = fmul double %131, %131
  %133 = fmul double %132, %132
  %134 = fmul double %133, %133
  %135 = fmul double %134, %134
  %136 = fmul double %130, 1.600000e-01
  %137 = fmul double %133, 3.000000e-01
  %138 = fadd double %136, %137
  %139 = fmul double %135, 5.500000e-01
  %140 = fmul double %135, %139
  %141 = fadd double %138, %140
  %142 = fmul double %102, 5.000000e+00
  %143 = fadd double %142, 1.000000e+00
  %144 = fdiv double 6.500000e-01, %143
  %145 = fadd double %144, 3.500000e-01
  %146 = fmul double %14, %145
  %147 = fmul double %146, %141
  br label %155
148:
  br label %150
149:
  br label %150
150:
  %151 = phi double [ %157, %149 ], [ %181, %148 ], [ %157, %155 ]
  %152 = phi double [ %181, %149 ], [ %156, %148 ], [ %156, %155 ]
  %153 = phi double [ %158, %149 ], [ %158, %148 ], [ %181, %155 ]
  %154 = icmp eq i64 %160, 3
  br i1 %154, label %182, label %155
155:
  %156 = phi double [ 0.000000e+00, %86 ], [ %152, %150 ]
  %157 = phi double [ 0.000000e+00, %86 ], [ %151, %150 ]
  %158 = phi double [ 0.000000e+00, %86 ], [ %153, %150 ]
  %159 = phi i64 [ 0, %86 ], [ %160, %150 ]
  %160 = add nuw nsw i64 %159, 1
  %161 = getelementptr double, ptr %55, i64 %159
  %162 = load double, ptr %161, align 8
  %163 = getelementptr double, ptr %57, i64 %159
  %164 = load double, ptr %163, align 8
  %165 = fsub double %164, %162
  %166 = fmul double %122, %165
  %167 = fadd double %162, %166
  %168 = getelementptr double, ptr %12, i64 %159
  %169 = load double, ptr %168, align 8
  %170 = getelementptr double, ptr %58, i64 %159
  %171 = load double, ptr %170, align 8
  %172 = fsub double %171, %169
  %173 = fmul double %104, %172
  %174 = fadd double %169, %173
  %175 = fsub double %167, %174
  %176 = fmul double %106, %175
  %177 = getelementptr double, ptr %60, i64 %159
  %178 = load double, ptr %177, align 8
  %179 = fmul double %147, %178
  %180 = fadd double %179, %176
  %181 = fadd double %174, %180
  switch i64 %159, label %149 [
    i64 0, label %150
    i64 1, label %148
  ]
182:
  %183 = add nuw nsw i64 %87, 1
  %184 = fmul double %90, -4.000000e+00
  %185 = tail call double @llvm.exp.f64(double %184)
  %186 = fmul double %16, %185
  %187 = fadd double %186, %153
  %188 = mul i64 %61, %87
  %189 = getelementptr double, ptr %85, i64 %188
  store double %187, ptr %189, align 8
  %190 = fmul double %18, %185
  %191 = fadd double %190, %151
  %192 = getelementptr i8, ptr %189, i64 8
  store double %191, ptr %192, align 8
  %193 = fmul double %20, %185
  %194 = fadd double %193, %152
  %195 = getelementptr i8, ptr %189, i64 16
  store double %194, ptr %195, align 8
  %196 = icmp eq i64 %34, %183
  br i1 %196, label %62, label %86
197:
  ret void
}
declare double @sqrt(double) nounwind willreturn memory(none)
declare double @llvm.exp.f64(double)
declare double @llvm.sqrt.f64(double)
